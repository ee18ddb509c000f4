"""The title of a text: its headline where it has one, else its lead sentence, shortened at a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.lines import Line, running_lines
from build_site.derive.model import Derived, Evidence
from build_site.derive.outlets import find_outlets, masked

if TYPE_CHECKING:
    from build_site.derive.model import Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

METHOD = "title/1"
LONGEST = 120
"""Characters of the longest title that is made of a lead sentence."""
LONGEST_HEADLINE = 140
"""Characters of the longest line that can be a headline."""
SHORTEST = 45
"""Characters that stay at least when a lead sentence is shortened at a clause."""

_ABBREVIATIONS = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "rev", "sir", "st", "no", "gen", "col", "capt", "lt", "sgt", "insp", "sen",
     "rep", "gov", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "vs", "inc",
     "ltd", "co", "jr", "sr", "hon", "cllr", "a.m", "p.m", "u.s", "u.k", "e.g", "i.e", "approx", "mt", "ft")
)  # fmt: skip
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-ZÀ-Þ0-9])")
_SELF = (
    r"(?:can\s+(?:now\s+)?(?:exclusively\s+)?(?:reveal|disclose|report)|understands|"
    r"has\s+(?:learned|learnt|been\s+told))"
)
_ATTRIBUTION = re.compile(
    r"\s*(?:,|\s[–—-])\s*(?:the\s+|The\s+)?(?:"
    rf"[A-ZÀ-Þ][\w&'’.-]*(?:\s+(?:on|of|and|in|for|[A-ZÀ-Þ0-9&][\w&'’.-]*)){{0,5}}\s+{_SELF}"
    r"|it\s+(?:has\s+)?(?:emerged|can\s+(?:now\s+)?be\s+(?:revealed|disclosed|reported)|(?:has\s+been|was)\s+revealed))"
    r"(?:\s+(?:today|yesterday|tonight|last\s+night|on\s+[A-Z][a-z]+))?[.!]?$"
)
_CLAUSE = re.compile(
    r",\s|\s[–—-]\s|;\s|\s(?=(?:after|amid|despite|as|because|which|who|while|when|where|although|but|following|before|"
    r"saying|unless|until|since)\s)"
)
_TAIL = 120


def derive_title(text: Text, residue: tuple[Residue, ...], registers: Registers) -> Derived[str]:
    """Return the headline line, or the lead sentence without "…, the X can reveal", shortened at a clause.

    A headline is a first line of at most `LONGEST_HEADLINE` characters that does not end as a sentence and is
    followed by a longer line or one that does. The value is empty only where a text has no running text and no line.
    """
    lines = running_lines(text, residue) or running_lines(text, ())
    if not lines:
        return Derived("", METHOD)
    first = lines[0]
    if _is_headline(first, lines[1] if len(lines) > 1 else None):
        return Derived(first.bare, METHOD, 1.0, (Evidence(first.number, first.bare, "headline", 1.0),))
    sentence = first_sentence(first.bare)
    title = _shortened(_without_attribution(sentence, registers)) or sentence
    return Derived(title, METHOD, 0.5, (Evidence(first.number, sentence, "lead sentence", 0.5),))


def _is_headline(first: Line, second: Line | None) -> bool:
    """Whether the first line stands above the text rather than in it."""
    bare = first.bare
    if len(bare) > LONGEST_HEADLINE or second is None or bare.endswith((".", "…", ",", ":", ";")):
        return False
    if bare.endswith(("!", "?")):
        return len(bare) <= LONGEST and not _STOP.search(bare) and len(second.bare) > len(bare)
    return not bare.endswith(tuple(end + quote for end in ".!?" for quote in "”’\"'")) and (
        second.is_terminated or len(second.bare) > len(bare)
    )


def first_sentence(paragraph: str) -> str:
    """Return a paragraph's first sentence; `Mr. Smith` and `J. Smith` do not end one, nor does a quoted question."""
    for stop in _STOP.finditer(paragraph):
        before = paragraph[: stop.start()].rsplit(None, 1)[-1:]
        word = before[0].lower().lstrip("(\"“‘'") if before else ""
        if word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha()):
            return paragraph[: stop.end()].rstrip()
    return paragraph


def _without_attribution(sentence: str, registers: Registers) -> str:
    """Cut `, the Northport Courier can reveal` and `, it has emerged`; what others say is left as it is."""
    end = Line(1, sentence[-_TAIL:])
    found = _ATTRIBUTION.search(masked(end, find_outlets([end], registers.sources)).replace("_", "X"))
    kept = sentence[: len(sentence) - len(end.content) + found.start()] if found else sentence
    return kept.rstrip(" .,") if not kept.endswith("…") else kept


def _shortened(sentence: str) -> str:
    """Shorten at the last clause that fits; where none does, at the last word that fits."""
    if len(sentence) <= LONGEST:
        return _closed(sentence)
    cuts = [found.start() for found in _CLAUSE.finditer(sentence[: LONGEST + 1]) if found.start() >= SHORTEST]
    kept = sentence[: cuts[-1]] if cuts else sentence[:LONGEST].rsplit(None, 1)[0]
    return _closed(kept.rstrip(" ,;:–—-")) + " …"


def _closed(title: str) -> str:
    """Drop an opening quotation mark that is never closed at the very beginning."""
    for opening, closing in (("“", "”"), ("‘", "’"), ('"', '"')):
        if title.startswith(opening) and closing not in title[1:]:
            return title[1:]
    return title
