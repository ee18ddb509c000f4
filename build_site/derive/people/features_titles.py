"""Features that speak for the title of a work, or the long name of a body or station, by the words of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import ENGLISH, FIRST_NAMES, SURNAMES
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.view import View

RACING = parse("furlong furlongs filly gelding racehorse jockey jockeys")
"""Words of reports of horse races."""
TITLE_LINKS = parse("through into behind beyond beneath under over across without not vs versus meets met")
"""Words that titles of works have inside, and names have not."""
DETERMINERS = parse("the this that these those my your our last next every all both them")
PRONOUNS = parse("me us them him")


def racehorse(view: View) -> float:
    """Say whether, in a report of a horse race, all words are English and they are no first name and surname."""
    core = view.candidate.core
    if not view.is_bare or not all(word in ENGLISH for word in core) or RACING.isdisjoint(view.statistics.lower):
        return False
    return not (core[0] in FIRST_NAMES and core[-1] in SURNAMES)


def station(view: View) -> float:
    """Say whether `RAF` stands before several words: `RAF Brize Lund` is a station."""
    return view.candidate.front[-1:] == ("raf",) and not view.candidate.is_single


def rest_of_a_title(view: View) -> float:
    """Say whether everyday words were taken off a run and only English words are left: `Magnum | Hunter Rocks`."""
    candidate = view.candidate
    if not candidate.is_peeled or candidate.title or candidate.is_single or view.previous in {"of", "for"}:
        return False
    return candidate.front[-1] in ENGLISH and all(word in ENGLISH for word in candidate.core)


def inner_link(view: View) -> float:
    """Say whether a preposition with a capital stands inside or ends the name, as in titles: `Ada Through the Fog`."""
    return any(token.low in TITLE_LINKS and token.is_capital for token in view.name[1:])


def question(view: View) -> float:
    """Say whether a sentence opens with `Will` and is a question: `Will Fenwick win?`."""
    is_will = view.candidate.words[0] == "will" and len(view.name) == 2 and view.name[0].opens  # noqa: PLR2004 - a surname
    return is_will and any(token.text == "?" for token in view.after)


def determiner_first(view: View) -> float:
    """Say whether several words begin with `The` or the like, or end with `Me`: `Last Fenwick`, `Marry Me`."""
    return view.candidate.words[0] in DETERMINERS or view.candidate.words[-1] in PRONOUNS
