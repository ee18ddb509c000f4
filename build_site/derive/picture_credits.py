"""Picture credits at the end of a line: `… – Ada Fenwick/PA`, `Photograph: Ada Fenwick/The Courier`, `(Photo by …)`.

A website's own words may put the credit in front of the caption: `Image copyright Ada Fenwick/PA Image caption …`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.derive.credit_names import is_agency, is_name, is_organisation, names_in
from build_site.derive.wordlists.folding import fold

WINDOW = 160
"""Characters at the end of a line in which a credit is looked for; longer credits do not occur."""

_THING = (
    r"(?:photo(?:graph|s|graphs|grapher)?|pictures?|pics?|images?|illustrations?|graphics?|(?:video\s+)?footage|video)"
)
_LABEL = re.compile(
    rf"(?:(?:{_THING}\s+)?credits?\s*:|{_THING}\s*:|{_THING}\s+(?:by|courtesy(?:\s+of)?)\s*:?\s|image source\s*,|©"
    r"|(?<=[.!?] )photographer\s(?=[A-Z]))\s*",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(r"\s*image copyright\s+(?=\S)", re.IGNORECASE)
_CAPTION = re.compile(r"\s*\bimage caption\b", re.IGNORECASE)
_SIGNS = ("©", "credit", "photo", "pic", "image", "illustration", "graphic", "video", "footage")
"""One of these stands in every label; looking for them first is much faster than the pattern."""
_SEPARATOR = re.compile(
    r"\s*[–—|(]\s*|\s-\s|[.!?…][\"”’')]*\s+|[’”'\"]\s+|\s+(?=(?:[A-Z]\w+ [A-Z]\w+ via )?(?:REUTERS|Reuters)/)"
)
_FOR = re.compile(r"^\s*(?:for|via)\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*/\s*(?:via\s+)?|\s+via\s+", re.IGNORECASE)
"""What stands between the holders of a picture: `TT/via REUTERS`, `Handout via REUTERS/File Photo`."""
_FOR_OUTLET = re.compile(r"\s(?:for|via)\s+(?:the\s+)?[A-Z]", re.IGNORECASE)
_AGENCY_LINES = (
    "AFP|AFP/Getty Images|Alamy|AP|Associated Press|EPA|Getty|Getty Images|PA|PA Images|PA Media|PA Wire|"
    "Press Association|Reuters|Rex Features|Shutterstock|iStock"
)
_ALONE = frozenset(_AGENCY_LINES.split("|"))
"""Lines that credit a picture to an agency; other holders (`Google`, `Library`) may as well be headings."""
_TRIES = 6
_MOST_AGENCY_WORDS = 5


@dataclass(frozen=True, slots=True)
class PictureCredit:
    """A credit at the end of a line, or in front of a caption."""

    start: int
    """Where the credit begins, with its label or dash."""
    names: tuple[tuple[int, int], ...]
    """Spans of the names; empty where only an agency is credited."""
    holder: tuple[int, int]
    """Span of everything behind the names: agency or outlet; empty span where there is none."""


def picture_credit(content: str) -> PictureCredit | None:
    """Return the picture credit with which a line ends, or which stands in front of its caption, or None."""
    end = len(content.rstrip())
    low = max(0, end - WINDOW)
    if content[:end].strip() in _ALONE:
        return PictureCredit(0, (), (end, end))
    return _in_front(content, end) or _labelled(content, low, end) or _slashed(content, low, end)


def _in_front(content: str, end: int) -> PictureCredit | None:
    """Read the credit of `Image copyright Ada Fenwick/PA Image caption The harbour`."""
    label = _IN_FRONT.match(content)
    if not label:
        return None
    caption = _CAPTION.search(content, label.end())
    stop = caption.start() if caption else end
    found = _holder(content, label.end(), stop, 0, strict=False)
    if found and found.holder[0] < found.holder[1]:
        return found
    names = tuple(span for span in found.names if _is_known(content[slice(*span)])) if found else ()
    is_short = content[end - 1] not in ".!?" and len(content[label.end() : stop].split()) <= _MOST_AGENCY_WORDS
    return PictureCredit(0, names, (stop, stop)) if found or caption or is_short else None


def _is_known(name: str) -> bool:
    """Whether a name begins with a first name of the word lists: a firm or a club may hold a picture, too."""
    # Few texts get here, and the word lists take 24 MB.
    from build_site.derive.people.vocabulary import FIRST_NAMES  # noqa: PLC0415 - see above

    return fold(name.split(maxsplit=1)[0]) in FIRST_NAMES


def _labelled(content: str, low: int, end: int) -> PictureCredit | None:
    """Read a credit behind a label that begins the line, follows a sentence, dash or bracket, or is `Photograph:`."""
    window = content[low:end].lower()
    if not any(map(window.__contains__, _SIGNS)):
        return None
    for label in _LABEL.finditer(content, low, end):
        before = content[low : label.start()].rstrip()
        sign = label.group().strip()
        is_marked = not before or sign.startswith("©") or before[-1] in ".!?…”’\"'–—-|()"
        if not is_marked and not (sign[0].isupper() and sign.endswith(":")):
            continue
        found = _holder(content, label.end(), end, label.start(), strict=False)
        if found and (is_marked or found.names):
            return found
    return None


def _slashed(content: str, low: int, end: int) -> PictureCredit | None:
    """Read `Name/Agency` behind a dash, a bracket or a full stop, or alone on the line."""
    if "/" not in content[low:end]:
        return None
    marks = [(mark.start(), mark.end(), mark.group()) for mark in _SEPARATOR.finditer(content, low, end)][-_TRIES:]
    if low == 0:
        marks.insert(0, (0, len(content) - len(content.lstrip()), ""))
    for start, stop, mark in reversed(marks):
        if "/" in content[stop:end]:
            strict = not any(sign in mark for sign in "–—|(-")
            found = _holder(content, stop, end, start + len(mark) - len(mark.lstrip(".!?…”’\"')")), strict=strict)
            if found and (found.names or not strict):
                return found
    return None


def _holder(content: str, start: int, end: int, begin: int, *, strict: bool) -> PictureCredit | None:
    """Read `Name and Name/Agency`, `AGENCY/Name`, `Name for The Outlet`, `Agency`; strict: a known agency only."""
    while end > start and content[end - 1] in ").]? ":
        end -= 1
    slash = content.find("/", start, end)
    if slash >= 0 and _holds_pictures(content[start:slash], strict=strict):
        next_slash = content.find("/", slash + 1, end)
        last = names_in(content, slash + 1, next_slash if next_slash >= 0 else end)
        if last:
            return PictureCredit(begin, tuple(last), (start, end))
    names_end = slash if slash >= 0 else _for_outlet(content, start, end)
    names = names_in(content, start, names_end)
    behind = (names_end + (slash >= 0), end)
    if not _is_whole(content, start, names_end, names) or not _is_holder(content[slice(*behind)], strict=strict):
        return None
    return PictureCredit(begin, tuple(names), behind)


def _holds_pictures(phrase: str, *, strict: bool) -> bool:
    """Whether what stands before a slash is a holder and nobody: `AP`, `TT via REUTERS`, `Northport Council`."""
    return all(map(is_agency, _PARTS.split(phrase))) or (not strict and is_organisation(phrase))


def _for_outlet(content: str, start: int, end: int) -> int:
    """Return where ` for The Outlet` begins, or the end."""
    found = _FOR_OUTLET.search(content, start, end)
    return found.start() if found else end


def _is_whole(content: str, start: int, end: int, names: list[tuple[int, int]]) -> bool:
    """Whether nothing but names (or one agency) stands in the span."""
    phrase = content[start:end].strip()
    if not names:
        return is_agency(phrase) or any(map(is_agency, phrase.split("/")))
    rest = content[names[-1][1] : end].strip(" .,")
    return not rest or is_agency(rest)


def _is_holder(phrase: str, *, strict: bool) -> bool:
    """Whether a phrase can be an agency or an outlet: a few capitalised words; strict: `For The …` or a known one."""
    if not phrase.strip():
        return True
    bare = _FOR.sub("", phrase).strip()
    if any(map(is_agency, _PARTS.split(bare))) or _FOR.match(phrase):
        return True
    words = bare.split()
    fits = len(words) <= _MOST_AGENCY_WORDS and all(word[0].isupper() or word[0] in "@/&" for word in words)
    return fits and not strict and (not is_name(bare) or len(words) > 1)
