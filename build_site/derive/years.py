"""Years that a line speaks of as past; one that may lie ahead, or a figure that looks like a year, does not count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.datelines import MONTHS
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = re.compile(
    r"(?<![\w,.£$€#/:–-])(?P<first>1[5-9]\d\d|20\d\d)(?:[-–](?P<second>1[5-9]\d\d|20\d\d))?"
    r"(?![\w%]|[,.:]\d|[-–/]\d\d(?!\d)|\s?per\s?cent)"
)
_MONTH = "|".join(sorted((month.capitalize() for month in MONTHS), key=len, reverse=True))
_WHEN = (
    rf"(?:(?:the\s+)?(?:early|late|mid|start|end|beginning|summer|autumn|winter|spring|first|second|half|whole|months?)"
    rf"(?:\s+of)?[\s-]+|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH})\.?,?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?){{0,3}}"
)
_ALWAYS = re.compile(
    rf"(?:\b(?:[Ss]ince|[Aa]s\s+of|[Bb]ack\s+in|[Aa]s\s+long\s+ago\s+as|born\s+in)\s+{_WHEN}|©\s*|\b[Cc]opyright\s+)$"
)
# In front of a month or "the year" too: "closure by May 2031", "set for October 2031", "by the year 2050".
_MAY_LIE_AHEAD = re.compile(
    rf"\b(?:[Bb]y|[Ff]or|[Uu]ntil|[Tt]ill|[Tt]o|[Aa]fter)\s+(?:the\s+year\s+)?{_WHEN}$"
    # "Is renewed in", "are shutting down in"; a story "set in".
    rf"|\b(?:(?:is|are|gets?)\s+(?:\w+ly\s+)?\w+(?:ed|en|ing)\s+(?:\w+\s+)?(?:in|on|during)|set\s+in)\s+{_WHEN}$"
)
_PARTICIPLE = re.compile(
    # "On" needs a month: "focused on 2031" tells no date.
    rf"(?:\b(?P<helper>be|being|to)\s+)?(?:\w+ly\s+)?(?<!-)\b(?P<verb>\w+)\s+(?:back\s+)?"
    rf"(?:(?:in|during)\s+|on\s+(?=\w+\s)){_WHEN}$"
)
# "A policy to cover a cruise in January 2031", "to lead the party into the May 2031 elections".
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?(?P<verb>[a-z]{2,})\b(?P<rest>[^,;:.!?()–—]*)$")
_NO_INFINITIVE = parse(
    """the an his her its their our my your this that these those two three four five six some all both each it them him
    us me you"""
)
_PLACE = re.compile(
    rf"(?:\b(?:[Ii]n|[Dd]uring|[Oo]f|[Oo]n(?=\s+\w+\s)|[Aa]t|[Bb]efore|[Bb]etween|[Ff]rom|[Aa]s\s+(?:early|late)\s+as|year)\s+{_WHEN}|\b(?:{_MONTH})\.?,?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?|\()$"
)
_ATTRIBUTE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)\s+$")
_FINISHED = re.compile(
    r"\s+(?:\w+\s+)?(?:report|study|survey|census|inquiry|enquiry|review|act|law|ruling|judgment|film|novel|album|"
    r"paper|referendum|storms?|floods?|fire|flooding|crash|riots?|pandemic)\b"
)
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|persons|men|women|children|girls|boys|homes|houses|households|families|cases|schools|"
    r"hospitals|pupils|students|patients|jobs|workers|officers|votes|arrests|offences|incidents|crimes|deaths|tonnes|"
    r"tons|miles|kilometres|km|metres|m|feet|ft|acres|hectares|pounds|euros|dollars|days|hours|hrs|points|runs|pages|"
    r"words|copies|tickets|seats|beds|places|cars|vehicles|ships|vessels|birds|trees|animals|sheep|cows|members|"
    r"visitors|customers|businesses|shops|GMT|BST|UTC)\b"
)
_AHEAD = re.compile(
    # "should have been" looks back, "should be" looks ahead.
    r"\b(?:(?:would|could|might|may|should|must)(?!\s+have\b)|will|shall|can|cannot|won't|plans?|planned|planning|due|expected|expects?|targets?|"
    r"aims?|aimed|aiming|hopes?|hoped|hoping|set\s+(?:to|for)|agreed\s+to|going\s+to|next|scheduled|slated|earmarked|tipped|pencilled|rumou?rs?|rumou?red|pledged?|promised?s?|proposed?s?|"
    r"proposals?|forecast|predicted|predicts?|projected|projections?|expecting|intended|intends?|until|till|deadline|upcoming|"
    r"forthcoming|coming|ahead\s+of|expires?|expiring|expiration|expiry|postponed|delayed|rescheduled|pushed|provisional(?:ly)?|"
    r"booked|bookings?|whether|preparations?|preparing|comeback|returning|trial\s+basis|ends?|opens?|opening|closes?|closing|begins?|starts?|starting|"
    r"runs?|kicks?|takes?|comes|goals?|net\s+zero|bid|hosts?|hosting|to\s+be|to\s+become|estimated)\b"
    r"|[’']ll\b"
)
_PAST = re.compile(
    # Not the second half of "gas-fired", "self-employed".
    r"(?<![\w-])(?:was|were|had|did|been|went|came|became|began|took|gave|won|lost|found|left|held|kept|led|met|paid|ran|"
    r"rose|fell|grew|sold|bought|built|sent|saw|stood|thought|wrote|brought|broke|chose|drew|drove|fought|got|knew|"
    r"made|sank|shot|spent|struck|taught|threw|wore|died|ago|(?P<regular>[a-z]{2,}ed))\b"
)
_NOT_PAST = parse(
    """added aged announced bed breed claimed confirmed deed exceed feed hundred indeed need proceed red revealed seed
    shed speed succeed suggested warned weed"""
)
_IRREGULAR = parse(
    """begun born bought built died drawn fought found given held led left lost made sent shot sold struck sunk
    taken won written"""
)
_BREAK = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z])")
BEFORE = 80
"""Characters before a year in which the words that belong to it are looked for."""
REACH = 240
"""Characters on each side of a year that are read."""


def years_in(content: str) -> Iterator[tuple[int, int, int]]:
    """Yield (year, start, end) for everything that looks like a year or a span of years; of a span the later year."""
    for found in _YEAR.finditer(content):
        yield max(int(found["first"]), int(found["second"] or 0)), found.start(), found.end()


def is_past(content: str, start: int, end: int) -> bool:
    """Whether the words around a year make it a past one.

    Counted are years behind "since" and "as of", years with a past participle before them ("made in 2022"), and years
    behind "in", "during", a month or a bracket in a sentence that speaks of the past and not of what lies ahead.
    "By", "for", "until", "to" and "after" never count, nor do "is renewed in" and "to cover a cruise in": their year
    may lie ahead. Leaving a past year out is safe, taking a coming one is not.
    """
    head, tail = content[max(0, start - BEFORE) : start], content[end : end + 60]
    if _COUNTED.match(tail) or _MAY_LIE_AHEAD.search(head):
        return False
    participle = _PARTICIPLE.search(head)
    if participle and participle["helper"]:
        return False
    if _ALWAYS.search(head) or (participle and _is_finished(participle["verb"])):
        return True
    sentence = _sentence(content, start, end)
    if _AHEAD.search(sentence) or _leads_ahead(head):
        return False
    if _ATTRIBUTE.search(head):
        return bool(_FINISHED.match(tail))
    return bool(_PLACE.search(head)) and (head.endswith("(") or _speaks_of_past(sentence))


def _is_finished(verb: str) -> bool:
    """Whether a word is a participle that tells of the past: "made in", "founded in March", and not "planned in"."""
    return not _AHEAD.fullmatch(verb) and (verb in _IRREGULAR or (verb.endswith("ed") and verb not in _NOT_PAST))


def _leads_ahead(head: str) -> bool:
    """Whether the verb next to the year is an infinitive: what is to be done may lie ahead."""
    found = _INFINITIVE.search(head)
    return found is not None and found["verb"] not in _NO_INFINITIVE and not _speaks_of_past(found["rest"])


def _speaks_of_past(sentence: str) -> bool:
    """Whether a sentence has a verb in the past; "said" and its like tell nothing of the year."""
    return any(not found["regular"] or found["regular"] not in _NOT_PAST for found in _PAST.finditer(sentence))


def _sentence(content: str, start: int, end: int) -> str:
    """Return the sentence around a place, at most `REACH` characters on each side."""
    head, tail = content[max(0, start - REACH) : start], content[start : end + REACH]
    begins = [found.end() for found in _BREAK.finditer(head)]
    stop = _BREAK.search(tail)
    return head[begins[-1] if begins else 0 :] + tail[: stop.start() if stop else len(tail)]
