"""The title of a text: its headline where it has one, else its lead sentence, shortened at a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.interface import is_interface
from build_site.derive.lines import Line, running_lines
from build_site.derive.model import Derived, Evidence
from build_site.derive.outlets import find_outlets, masked
from build_site.derive.shortening import shortened

if TYPE_CHECKING:
    from build_site.derive.model import Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

METHOD = "title/2"
LONGEST_HEADLINE = 140
"""Characters of the longest line that can be a headline."""
LONGEST_ASKED = 120
"""Characters of the longest line with a question or exclamation mark that can be a headline."""
FEWEST_ASKED = 4
"""Words of the shortest question that can be a headline: `What is it?` is a heading within a text."""

_ABBREVIATIONS = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "rev", "sir", "st", "no", "gen", "col", "capt", "lt", "sgt", "insp", "sen",
     "rep", "gov", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "vs", "inc",
     "ltd", "co", "jr", "sr", "hon", "cllr", "a.m", "p.m", "u.s", "u.k", "e.g", "i.e", "approx", "mt", "ft")
)  # fmt: skip
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-ZÀ-Þ0-9])")
_SELF = r"(?:can\s+(?:now\s+)?(?:exclusively\s+)?(?:reveal|disclose|report)|has\s+(?:learned|learnt))"
_PRESS = (
    r"(?:Advertiser|Argus|Bulletin|Chronicle|Courier|Dispatch|Echo|Examiner|Express|Gazette|Globe|Guardian|Herald|"
    r"Independent|Journal|(?<!Royal )Mail|Mercury|Mirror|Monitor|News|Observer|Online|Post|Press|Record|Recorder|"
    r"Reporter|Review|Standard|Star|Sun|Sunday|Telegraph|Times|Today|Tribune|MailOnline|Sportsmail|X{2,})"
)
_ATTRIBUTION = re.compile(
    r"\s*(?:,|\s[–—-])\s*(?:the\s+|The\s+)?(?:"
    rf"(?:[A-ZÀ-Þ][\w&'’.-]*\s+(?:(?:on|of|and|in|for)\s+)?){{0,5}}{_PRESS}\s+{_SELF}"
    r"|it\s+(?:has\s+)?(?:emerged|can\s+(?:now\s+)?be\s+(?:revealed|disclosed|reported)|(?:has\s+been|was)\s+revealed))"
    r"(?:\s+(?:today|yesterday|tonight|last\s+night|on\s+[A-Z][a-z]+))?[.!]?$"
)
_SECTIONS = frozenset(
    ("news", "uk news", "us news", "world news", "local news", "latest news", "breaking news", "world", "politics",
     "business", "money", "sport", "football", "cricket", "rugby", "racing", "culture", "arts", "books", "film", "tv",
     "music", "travel", "food", "health", "science", "technology", "tech", "education", "environment", "lifestyle",
     "features", "feature", "opinion", "comment", "analysis", "editorial", "leader", "letters", "letter", "column",
     "letters to the editor", "obituary", "obituaries", "review", "reviews", "interview", "exclusive", "live", "video",
     "in brief", "match report", "the big read", "long read", "q&a", "showbiz", "weather", "yes", "no")
)  # fmt: skip
"""First lines that name a part of a newspaper."""
_UNNAMED = re.compile(r"(?:He|She|They|It)(?:\s|['’](?:s|d|ll|re|ve)\s)")
_GOES_ON = re.compile(r"(?:And|But|So|Yet|Now),?\s+(?!(?:this|that|these|those|it|he|she|they|there|while|if|not)\b)")
_NAME = re.compile(r"\s[A-ZÀ-Þ][\w'’-]+\s+[A-ZÀ-Þ]")
_QUOTE = re.compile(r"(?:^|(?<=[\s(\[–—]))(?P<mark>[“\"‘'])(?=\w)(?!\d|(?:em|n|til|tis|twas|cause)\b)")
_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_TAIL = 120


def derive_title(text: Text, residue: tuple[Residue, ...], registers: Registers) -> Derived[str]:
    """Return the headline line, or the lead sentence without "…, the X can reveal", shortened.

    A headline is a first line of at most `LONGEST_HEADLINE` characters that does not end as a sentence and is
    followed by a longer line or one that does. Above it may stand a section's name. A lead that begins with "She"
    and goes on with "And Ada Fenwick …" is told by the second sentence, which says who it is about. The value is
    empty only where a text has no running text and no line.
    """
    running = running_lines(text, residue)
    lines = _without_labels(running) if running else running_lines(text, ())
    if not lines:
        return Derived("", METHOD)
    first = lines[0]
    if _is_headline(first, lines[1] if len(lines) > 1 else None):
        return Derived(first.bare, METHOD, 1.0, (Evidence(first.number, first.bare, "headline", 1.0),))
    lead, opening = _lead(lines)
    sentence = first_sentence(lead.bare)
    told = _without_attribution(sentence.removeprefix(opening), registers)
    title = _closed(shortened(told[:1].upper() + told[1:])) or sentence
    return Derived(title, METHOD, 0.5, (Evidence(lead.number, sentence, "lead sentence", 0.5),))


def _without_labels(lines: list[Line]) -> list[Line]:
    """Leave out the first lines that are no title: a section's name, a number, `What is it?`."""
    for at, line in enumerate(lines[:-1]):
        words = line.bare.split()
        is_word = len(words) == 1 and _is_headline(lines[at + 1], lines[at + 2] if at + 2 < len(lines) else None)
        is_heading = line.bare.endswith("?") and len(words) < FEWEST_ASKED
        is_label = " ".join(words).strip(" :|").lower() in _SECTIONS or is_interface(" ".join(words))
        is_count = not any(sign.isalpha() for sign in line.bare)
        if not (is_word or is_heading or is_label or is_count):
            return lines[at:]
    return lines[-1:]


def _lead(lines: list[Line]) -> tuple[Line, str]:
    """Return the line of the sentence that says who a text is about, and the words before what it says."""
    if _UNNAMED.match(lines[0].bare) and len(lines) > 1:
        goes_on = _GOES_ON.match(lines[1].bare)
        if goes_on and _NAME.search(lines[1].bare):
            return lines[1], goes_on.group()
    return lines[0], ""


def _closed(title: str) -> str:
    """Close a quotation that the sentence does not end, so that somebody's words are shown as such."""
    opened = list(_QUOTE.finditer(title))
    closing = _CLOSING[opened[-1]["mark"]] if opened else ""
    return title + closing if opened and not re.search(rf"{closing}(?!\w)", title[opened[-1].end() :]) else title


def _is_headline(first: Line, second: Line | None) -> bool:
    """Whether the first line stands above the text rather than in it."""
    bare = first.bare
    if len(bare) > LONGEST_HEADLINE or second is None or bare.endswith((".", "…", ",", ":", ";")):
        return False
    if bare.endswith(("!", "?")):
        return len(bare) <= LONGEST_ASKED and not _STOP.search(bare) and len(second.bare) > len(bare)
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
