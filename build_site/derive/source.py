"""The outlet that a text says it comes from, read from weighted traces. Unknown stays unknown."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.lines import Line, content_lines
from build_site.derive.model import Derived, Evidence
from build_site.derive.outlets import OutletMention, find_outlets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_site.registers.model import Registers, Source
    from build_site.seed.text import Text

METHOD = "source/2"
ENOUGH = 3.0
"""Least sum of weights that names a source."""
AHEAD = 2.0
"""Least lead over the next outlet: two outlets with like traces leave the source unknown."""


_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s*\d{4})?\s*"
_FIRST = r"(?:was\s+|has\s+been\s+|is\s+)?(?:[Ff]irst|[Oo]riginally)\s+(?:published|appeared)\s+(?:in|on|by|at)\s+"
_NO_PICTURE = r"(?<![Ii]mage\s)(?<![Pp]icture\s)(?<![Pp]hoto\s)(?<![Pp]hotograph\s)(?<![Vv]ideo\s)"
_YEARS = r"\d{4}(?:\s*[-–]\s*\d{4})?,?\s*"


@dataclass(frozen=True, slots=True)
class Trace:
    """One way in which a text shows where it was published."""

    rule: str
    """Name of the rule, shown with the evidence."""
    weight: float
    """What one trace counts for; below zero where it speaks against the outlet."""
    before: str = ""
    """Pattern of the words right before the outlet's name (and an optional "the")."""
    after: str = ""
    """Pattern of the words right behind it."""
    decides: bool = True
    """False: the trace counts once at most, and never names a source without one that decides."""


_PAPERS = r"(?:\w+\s+){0,3}(?:documents?|e-?mails?|letters?|cop(?:y|ies)|messages?|footage|papers?|files?|minutes)\b"

TRACES = (
    # An outlet says of itself that it reveals, has learned or understands; others do not write so of it.
    Trace("self-reference", 3, after=r"\s+can\s+(?:now\s+)?(?:exclusively\s+)?(?:reveal|disclose|report|confirm)\b"),
    Trace("self-reference", 3, after=r"\s+(?:has|have)\s+(?:learned|learnt|established|been\s+told)\b"),
    Trace("self-reference", 3, after=rf"\s+(?:has|have)\s+(?:seen|obtained)\s+{_PAPERS}"),
    Trace("self-reference", 3, after=r"\s+understands\b"),
    # Agencies and outlets print their own name in brackets between place and text.
    Trace("dateline", 4, before=rf"^\s*[A-Z][A-Z'’., /-]{{1,40}}(?:{_DAY})?\(", after=r"\)\s*(?:[–—]|-{1,2}\s)"),
    Trace("dateline", 4, before=rf"^\s*[A-Z][^()]{{1,40}}\s{_DAY}\(", after=r"\)\s*(?:[–—]|-{1,2}\s)"),
    # Pictures have a copyright too ("Image copyright"), often an agency's; without a year it is mostly theirs.
    Trace("copyright", 4, before=rf"{_NO_PICTURE}\b[Cc]opyright\s*(?:©|\([cC]\))?\s*{_YEARS}(?:by\s+)?"),
    Trace("copyright", 4, before=rf"{_NO_PICTURE}(?<!opyright\s)(?:©|\([cC]\))\s*{_YEARS}(?:by\s+)?"),
    Trace(
        "copyright",
        4,
        before=r"^\W*[Cc]opyright\s*(?:©\s*)?(?:by\s+)?",
        after=r"[.,;]?\s*[Aa]ll\s+rights\s+reserved",
    ),
    Trace("copyright", 4, after=r"(?:\s+(?:Ltd|Limited|plc|Media|Group))?\s*(?:©|\([cC]\))\s*\d{4}\b"),
    # "This article": a book or a story may have been first published in a newspaper as well.
    Trace("first-published", 4, before=rf"\b[Tt]his\s+(?:article|story|report|piece|interview|column)\s+{_FIRST}"),
    Trace("first-published", 4, before=rf"^\W*{_FIRST}", after=r"\s*(?:[.,(]|on\b|$)"),
    # A picture taken for an outlet was commissioned by it; "Name/The Outlet" and "Name/Agency" are bought in as well.
    Trace("commissioned-picture", 3, before=r"/\s*[Ff]or\s+", after=r"\s*[).]?\s*$"),
    Trace("picture-credit", 1, before=r"[A-Za-z]\s*/\s*", after=r"\s*[).]?\s*$", decides=False),
    Trace("by-line", 3, before=r"^\s*(?:[Bb]y|BY)\s[^.]{3,80}(?:\s(?:for|of|in)\s+|[,|–—-]\s*)", after=r"\s*$"),
    Trace("interface", 3, before=r"^\W*(?:[Ss]ubscribe\s+to|[Ss]ign\s+up\s+(?:to|for)|[Dd]ownload)\s+"),
    Trace("interface", 3, before=r"^\W*(?:[Ff]ollow|[Ll]ike)\s+", after=r"\s+on\s+[A-Z]"),
    Trace("interface", 3, before=r"^\W*[Tt]he post .{1,150} appeared first on\s+", after=r"\s*\.?\s*$"),
    # The words "told the X" are printed by other outlets as well, so they never decide.
    Trace(
        "told", 1, before=r"\b(?:told|tells|telling|spoke\s+to|speaking\s+(?:to|on)|interview\s+with)\s+", decides=False
    ),
    Trace("seen-by", 1, before=r"\b(?:seen|obtained|analysed)\s+by\s+", decides=False),
    Trace("investigation", 1, before=r"\b(?:investigation|analysis|survey|study|poll)\s+(?:by|for)\s+", decides=False),
    # An outlet that is cited is somebody else.
    Trace(
        "cited",
        -3,
        before=r"\b(?:according\s+to|(?:reported|revealed|disclosed|quoted)\s+(?:by|in)|(?:report|article)\s+(?:by|in))\s+",
    ),
    Trace("cited", -3, after=r"\s+(?:first\s+)?(?:reported|reports|said|says|claimed|quoted|wrote|revealed)\b"),
)
"""All traces; the first that fits a place counts."""

_COMPILED = tuple(
    (
        trace,
        re.compile(rf"(?:{trace.before})(?:[Tt]he\s+|THE\s+)?$") if trace.before else None,
        re.compile(trace.after) if trace.after else None,
    )
    for trace in TRACES
)
_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@)?(?:https?://)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12})\b", re.IGNORECASE
)
_WINDOW = 170
_OWN_MAIL, _OWN_PAGE = 2.0, 1.0


def derive_source(text: Text, registers: Registers) -> Derived[str]:
    """Return the id of the outlet that a text says it comes from, or an empty value.

    At least one trace must decide, the weights must reach `ENOUGH`, and lead the next outlet by `AHEAD`.
    """
    lines = content_lines(text)
    found = [*_named(lines, registers.sources), *_addresses(lines, registers.sources.values())]
    sums: dict[str, float] = defaultdict(float)
    deciding = {outlet for outlet, _, decides in found if decides}
    for outlet, weight in _counted(found):
        sums[outlet] += weight
    ranked = sorted(((total, outlet) for outlet, total in sums.items() if outlet in deciding), reverse=True)
    best = ranked[0] if ranked else (0.0, "")
    rival = max((total for outlet, total in sums.items() if outlet != best[1]), default=0.0)
    if best[0] < ENOUGH or best[0] - max(rival, 0.0) < AHEAD:
        return Derived("", METHOD)
    evidence = sorted((trace for outlet, trace, _ in found if outlet == best[1]), key=lambda trace: trace.line)
    return Derived(best[1], METHOD, best[0], tuple(evidence))


Found = tuple[str, Evidence, bool]


def _counted(found: list[Found]) -> Iterator[tuple[str, float]]:
    """Yield what each trace counts for: one that does not decide counts once an outlet and rule."""
    seen: set[tuple[str, str]] = set()
    for outlet, trace, decides in found:
        key = (outlet, trace.rule)
        if decides or key not in seen:
            yield outlet, trace.weight
        seen.add(key)


def _named(lines: list[Line], sources: dict[str, Source]) -> Iterator[Found]:
    """Read the traces around each outlet's name."""
    content = {line.number: line.content for line in lines}
    for mention in find_outlets(lines, sources):
        trace = _trace(content[mention.line], mention)
        if trace:
            quote = content[mention.line][max(0, mention.start - 40) : mention.end + 40].strip()
            decides = trace.decides and trace.weight > 0
            yield mention.outlet, Evidence(mention.line, quote, trace.rule, trace.weight), decides


def _trace(content: str, mention: OutletMention) -> Trace | None:
    """Return the first trace that fits the words around a name."""
    if not mention.alone:
        return None
    low = max(0, mention.start - _WINDOW)
    head, tail = content[low : mention.start], content[mention.end : mention.end + _WINDOW]
    for trace, before, after in _COMPILED:
        if trace.before.startswith("^") and low:
            continue
        if (before is None or before.search(head)) and (after is None or after.match(tail)):
            return trace
    return None


def _addresses(lines: list[Line], sources: Iterable[Source]) -> Iterator[Found]:
    """Read the outlet's own mail and web addresses; a link may lead elsewhere, so it never decides."""
    hosts = {domain: source.id for source in sources for domain in source.domains}
    for line in lines:
        if "@" not in line.content and "www." not in line.content and "http" not in line.content:
            continue
        for found in _ADDRESS.finditer(line.content):
            outlet = hosts.get(found["host"].lower().removeprefix("www."))
            if outlet:
                is_mail = bool(found["mail"])
                weight = _OWN_MAIL if is_mail else _OWN_PAGE
                yield outlet, Evidence(line.number, found.group(), "mail" if is_mail else "link", weight), is_mail
