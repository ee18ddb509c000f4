"""How credit lines write names: who stands behind "Picture:", before "/Agency", after "Reporting by"."""

from __future__ import annotations

import re

_PARTICLES = (
    "af al av ap bin bint d' da dal dalla das de degli dei del della den der di do dos du e el ibn la las le les los "
    "mac ní nic ó of san st ten ter und van ver von y zu zum zur"
)
PARTICLES = frozenset(_PARTICLES.split())
"""Words in lower case that stand inside a name."""

_NO_NAMES = (
    "agence agency archive archives association authority board brigade bureau club collection college commons "
    "company constabulary council court courtesy desk editor editorial file force foundation gallery getty "
    "government group handout hospital images institute library limited ltd magazine media museum news newsdesk "
    "newspaper newspapers newsroom office our parliament photo photography photos picture pictures plc police post "
    "press pr reality reporter reporters reporting school science service services shutterstock society sport staff "
    "stock studio studios team theatre times trust twitter university video wire facebook instagram youtube"
)
NO_NAMES = frozenset(_NO_NAMES.split())
"""Words that show that a capitalised phrase is an organisation or a job, not somebody's name."""

JOBS = re.compile(
    r"(?:correspondent|editor|reporter|writer|columnist|critic|journalist|producer|bureau chief|photographer)s?$",
    re.IGNORECASE,
)
"""Last words of a job in a newsroom."""

_AGENCIES = (
    "afp|agence france-presse|alamy|alamy stock photo|anadolu|anadolu agency|ap|ap photo|associated press|bbc|"
    "bloomberg|dpa|efe|epa|epa-efe|flickr|getty|getty images|handout|inpho|istock|keystone|mirrorpix|nurphoto|pa|"
    "pa archive|pa images|pa media|pa wire|press association|press eye|reuters|rex|rex features|rex/shutterstock|"
    "ritzau scanpix|sopa images|shutterstock|sipa|sportsfile|supplied|swns|tass|unsplash|wikimedia commons|zuma|"
    "zuma press|action images|imago|ntb|tt|ansa|xinhua|kyodo|yonhap|abaca|pool|facebook|instagram|twitter|x|"
    "google|google maps|google street view|library|file|file photo|stock image"
)
AGENCIES = frozenset(_AGENCIES.split("|"))
"""Holders of pictures that are nobody's name, in lower case."""

_SPLIT = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_CUT = re.compile(
    r"\s+(?:in|at|for|from|via|on|with|For|FOR|IN|AT)\s|\s*[|•·@(]|\s[–—-]\s|\s*(?:Published|Updated|PUBLISHED|UPDATED|TPX)\b|-(?=[A-Z]{2,}\b)"
)
_MOST_WORDS = 5


def is_name(phrase: str) -> bool:
    """Whether a phrase has the shape of a person's full name: two to five words, capitalised or particles."""
    words = phrase.split()
    if not 1 < len(words) <= _MOST_WORDS or any(word.lower().strip(".") in NO_NAMES for word in words):
        return False
    return all(_fits(word) for word in words) and words[-1][:1].isupper() and not JOBS.search(phrase)


def _fits(word: str) -> bool:
    """Whether a word may stand in a name."""
    letters = word.replace("'", "").replace("’", "").replace("-", "").replace(".", "")
    return letters.isalpha() and (word[0].isupper() or word.lower() in PARTICLES or word[:2] in {"d'", "d’"})


def names_in(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the names in a list such as `Ada Fenwick in Northport, Tom Bell and Eve Marsh`.

    The list ends at the first item that is not a name, so that a job or a place behind the names is left out.
    """
    spans: list[tuple[int, int]] = []
    for item_start, item_end in _items(content, start, end):
        cut = _CUT.search(content, item_start, item_end)
        phrase_end = cut.start() if cut else item_end
        phrase = content[item_start:phrase_end].strip(" .")
        if not is_name(phrase):
            break
        offset = content.index(phrase, item_start)
        spans.append((offset, offset + len(phrase)))
    return spans


def _items(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a span at commas and "and"."""
    items, at = [], start
    for mark in _SPLIT.finditer(content, start, end):
        items.append((at, mark.start()))
        at = mark.end()
    return [*items, (at, end)]


def is_agency(phrase: str) -> bool:
    """Whether a phrase names a known holder of pictures."""
    return phrase.strip(" .)").lower().removeprefix("the ") in AGENCIES


def is_organisation(phrase: str) -> bool:
    """Whether a phrase of a few capitalised words names an organisation, by one of them: `Northport Council`."""
    words = phrase.split()
    few = 0 < len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in words)
    return few and not NO_NAMES.isdisjoint(word.lower() for word in words)
