"""Features of names of one word, which are a place, a body or the first word of a sentence far more often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.features_behind import age_behind, presidency_behind, thing_behind
from build_site.derive.people.features_name import first_name, is_unknown
from build_site.derive.people.vocabulary import ENGLISH, KNOWN_BY_ONE_NAME, PLACES, SURNAMES, WORD_NAMES

if TYPE_CHECKING:
    from build_site.derive.people.view import View

BEFORE_CLUBS = frozenset({"against", "in", "at", "beat"})
"""Words before the club or place after which a sentence goes on with players."""


def single(view: View) -> float:
    """Say whether the name is one word."""
    return view.candidate.is_single


def known_person(view: View) -> float:
    """Say whether one word is what everybody calls somebody known: `Mozart`; not in `the Mozart administration`."""
    if view.candidate.core[0] not in KNOWN_BY_ONE_NAME:
        return False
    return view.following != "-" and not presidency_behind(view) and not thing_behind(view)


def single_first_name(view: View) -> float:
    """Say whether the name is one word and a first name."""
    return view.candidate.is_single and first_name(view)


def single_word(view: View) -> float:
    """Say whether the name is one word that is English, or stands in lower case in this text."""
    word = view.candidate.core[0]
    is_english = word in ENGLISH and word not in WORD_NAMES
    return view.candidate.is_single and (is_english or view.statistics.lower[word] > 0)


def single_with_age(view: View) -> float:
    """Say whether one word that no list has is followed by an age: `Juninhar, 28,`; in brackets clubs have places."""
    is_bare = view.candidate.is_single and is_unknown(view.candidate.core[0]) and view.following != "("
    return is_bare and age_behind(view)


def single_among_names(view: View) -> float:
    """Say whether one word that no list has stands in a list of full names: `Juninhar, Ada Fenwick and Bo Lund`.

    `Against Lundia, Ada Fenwick and Bo Lund` scored, and `Lundia managers Ada Fenwick and Bo Lund` are no such lists.
    """
    candidate = view.candidate
    before = candidate.front[-1] if candidate.front else view.previous
    if not candidate.is_single or before in BEFORE_CLUBS or not is_unknown(candidate.core[0]):
        return False
    has_noun = bool(view.after) and view.after[0].is_word and view.following != "and"
    return candidate.run in view.statistics.among_names and not has_noun


def single_surname(view: View) -> float:
    """Say whether one word is a known surname and neither an English word nor a place."""
    word = view.candidate.core[0]
    return view.candidate.is_single and word in SURNAMES and word not in ENGLISH and word not in PLACES


def surname_prefix(view: View) -> float:
    """Say whether a word alone begins as surnames alone do: `O'Fenwick`, `McFenwick`."""
    word = view.candidate.core[0]
    return view.candidate.is_single and word.startswith(("o'", "mc")) and word not in ENGLISH
