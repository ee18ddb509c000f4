"""Features that look at the words of a name alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.people.peeling import ADJECTIVE_ENDINGS
from build_site.derive.people.vocabulary import (
    CLUBS,
    ENGLISH,
    EVERYDAY,
    FIRST_NAMES,
    NOT_NAMES,
    PARTICLES,
    PLACE_OPENERS,
    PLACES,
    SURNAME_WORDS,
    SURNAMES,
    WORD_NAMES,
    is_demonym,
    is_everyday,
    is_organisation_word,
    is_role,
)

if TYPE_CHECKING:
    from build_site.derive.people.view import View

SURNAME_SHAPE = re.compile(
    r"^(?:mc|mac|o'|fitz|al-|ben-|bin-).|(?:son|ton|ley|man|mann|ski|sky|ska|ov|ova|ev|eva|enko|chuk|ian|yan|oglu|ez|ini"
    r"|etti|elli|wala|kar|sen|stein|berg|feld|opoulos|ides|vili|dze|nen|strom|quist|wood|worth|ford|ham|by|shaw|bury|field"
    r"|well|more|ingham|iye|ullah|uddin|allah|zadeh|pour|nejad|wan|ong|aki|ura|moto|awa|yama|shima)$"
)
"""Beginnings and endings that surnames of many languages have."""
EAST_ASIAN_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A given name of two syllables: `Jong-min`."""
LONG_NAME = 3
"""Words above which a name is unusually long."""
SHORT_WORD = 2
"""Letters up to which a word says little."""


def first_name(view: View) -> float:
    """Say whether the first word is a first name."""
    return view.candidate.core[0] in FIRST_NAMES


def first_name_is_a_word(view: View) -> float:
    """Say whether the first word is a first name and also a month, weekday, faith or the like."""
    return first_name(view) and view.candidate.core[0] in NOT_NAMES


def first_name_is_a_place(view: View) -> float:
    """Say whether the first word is both a first name and a place: `Chelsea`, `Jordan`."""
    return first_name(view) and view.candidate.core[0] in PLACES


def surname(view: View) -> float:
    """Say whether the last word of several is a known surname."""
    return not view.candidate.is_single and view.candidate.core[-1] in SURNAMES


def surname_shape(view: View) -> float:
    """Say whether the last word of several is built like a surname."""
    return not view.candidate.is_single and bool(SURNAME_SHAPE.search(view.candidate.core[-1]))


def surname_is_a_word(view: View) -> float:
    """Say whether a first name is followed by an everyday word: `Max Power`."""
    core = view.candidate.core
    return first_name(view) and len(core) > 1 and core[-1] in EVERYDAY


def surname_first(view: View) -> float:
    """Say whether the first word is a surname and no first name, as in Chinese and Hungarian order."""
    core = view.candidate.core
    return not view.candidate.is_single and core[0] in SURNAMES and core[0] not in FIRST_NAMES


def later_first_name(view: View) -> float:
    """Say whether a first name stands later than first: `Qari Abdul Rauf`."""
    core = view.candidate.core
    if any(word in FIRST_NAMES for word in core[1:-1]):
        return True
    return len(core) == 2 and core[0] not in FIRST_NAMES and core[1] in FIRST_NAMES  # noqa: PLR2004 - two words


def unknown_words(view: View) -> float:
    """Return the share of words that are no English word, place or first name."""
    core = view.candidate.core
    return sum(map(is_unknown, core)) / len(core)


def is_unknown(word: str) -> bool:
    """Say whether no list but that of surnames has the word."""
    return word not in ENGLISH and word not in PLACES and word not in FIRST_NAMES and len(word) > SHORT_WORD


def inner_words(view: View) -> tuple[str, ...]:
    """Return the words of which none should be an English word: all but a surname behind a first name."""
    core = view.candidate.core
    return core[:-1] if first_name(view) and len(core) > 1 else core


def everyday_words(view: View) -> float:
    """Count everyday English words."""
    return sum(map(is_everyday, inner_words(view)))


def rarer_words(view: View) -> float:
    """Count rarer English words."""
    return sum(is_rare(word) for word in inner_words(view))


def is_rare(word: str) -> bool:
    """Say whether the word is an infrequent English word and no name."""
    is_word = word in ENGLISH and word not in EVERYDAY and word not in WORD_NAMES
    return is_word and word not in FIRST_NAMES and word not in SURNAMES


def words_without_first_name(view: View) -> float:
    """Count everyday words, surnames among them, where the first word is no first name."""
    if first_name(view):
        return 0.0
    known = FIRST_NAMES | SURNAME_WORDS
    return sum(word in EVERYDAY and word not in known for word in view.candidate.core)


def two_unknown(view: View) -> float:
    """Say whether the name is two words and neither is an English word."""
    core = view.candidate.core
    return len(core) == 2 and not any(word in ENGLISH for word in core)  # noqa: PLR2004 - two words


def single(view: View) -> float:
    """Say whether the name is one word."""
    return view.candidate.is_single


def single_first_name(view: View) -> float:
    """Say whether the name is one word and a first name."""
    return view.candidate.is_single and first_name(view)


def single_word(view: View) -> float:
    """Say whether the name is one word that is English, or stands in lower case in this text."""
    word = view.candidate.core[0]
    is_english = word in ENGLISH and word not in WORD_NAMES
    return view.candidate.is_single and (is_english or view.statistics.lower[word] > 0)


def long_name(view: View) -> float:
    """Count the words above three."""
    return max(0, len(view.candidate.core) - LONG_NAME)


def initial(view: View) -> float:
    """Say whether there is an initial beside at least one whole word."""
    core = [token for token in view.name if token.is_word]
    return len(core) > 1 and any(token.is_initial for token in core) and not core[-1].is_initial


def particle(view: View) -> float:
    """Say whether a particle stands inside the name."""
    return any(word in PARTICLES for word in view.candidate.words[1:])


def hyphen(view: View) -> float:
    """Say whether a word has a hyphen."""
    return any("-" in word for word in view.candidate.words)


def given_name_of_two_syllables(view: View) -> float:
    """Say whether two or three words hold a given name such as `Jong-min`."""
    if len(view.name) not in {2, 3}:
        return False
    shaped = [token.low for token in view.name if EAST_ASIAN_GIVEN.fullmatch(token.text)]
    return bool(shaped) and not any(part in EVERYDAY for low in shaped for part in low.split("-")[1:])


def organisation(view: View) -> float:
    """Return how strongly a word names a body: 1 at the end or without a first name, less inside, 0 where none does."""
    words = view.candidate.core[1:] if is_given(view) else view.candidate.core
    if view.candidate.has_honorific and len(words) <= 2 and words[-1] in SURNAMES:  # noqa: PLR2004 - two words
        return 0.0
    if not any(is_organisation_word(word) or (word in CLUBS and word not in SURNAMES) for word in words):
        return 0.0
    if may_be_surname(view):
        return 0.0
    is_last = is_organisation_word(words[-1]) or words[-1] in CLUBS
    return 1.0 if is_last or not first_name(view) else 0.6


def may_be_surname(view: View) -> bool:
    """Say whether the only word of a body is a surname behind a first name: `Rebecca Hall`."""
    words = view.candidate.words
    others = any(is_organisation_word(word) for word in words[1:-1])
    return words[0] in FIRST_NAMES and len(words) > 1 and words[-1] in SURNAMES and not others


def is_given(view: View) -> bool:
    """Say whether the first word is a given name or surname whatever else it means: `Bill King`, `Park Ji-min`."""
    return len(view.candidate.words) > 1 and (first_name(view) or given_name_of_two_syllables(view)) > 0


def organisation_surname(view: View) -> float:
    """Say whether the last word is both a surname and the name of a kind of body or club."""
    last = view.candidate.words[-1]
    return may_be_surname(view) and (is_organisation_word(last) or last in CLUBS)


def place(view: View) -> float:
    """Say whether the whole is a known place, with or without what was taken for a title."""
    candidate = view.candidate
    return " ".join(candidate.words) in PLACES or " ".join(candidate.core) in PLACES


def place_with_title(view: View) -> float:
    """Say whether the whole run is a known place: `Sri Lanka`."""
    candidate = view.candidate
    return bool(candidate.title) and " ".join((*candidate.front, *candidate.words)) in PLACES


def describing_ending(view: View) -> float:
    """Say whether the last word describes: `Lindhafen-based`."""
    return view.candidate.words[-1].endswith(ADJECTIVE_ENDINGS)


def role_as_name(view: View) -> float:
    """Say whether the last word is a role and no surname: `Lord Mayor`, `Foreign Secretary`."""
    last = view.candidate.words[-1]
    return is_role(last) and last not in SURNAME_WORDS


def last_word_is_a_place(view: View) -> float:
    """Say whether the last word of several is a place."""
    return not view.candidate.is_single and not place(view) and view.candidate.core[-1] in PLACES


def first_word_is_a_place(view: View) -> float:
    """Say whether the first word of several is a place and no first name."""
    core = view.candidate.core
    is_other = view.candidate.is_single or place(view) or core[-1] in PLACES
    return not is_other and core[0] in PLACES and core[0] not in FIRST_NAMES


def place_opener(view: View) -> float:
    """Say whether the name begins as places do: `San`, `Port`, `Mount`."""
    return view.candidate.words[0] in PLACE_OPENERS


def not_a_name(view: View) -> float:
    """Count weekdays, months, directions, faiths, parties and bodies; a first name and a surname do not count."""
    core = view.candidate.core
    if first_name(view) and len(core) > 1:
        core = core[1:-1] if core[-1] in SURNAME_WORDS else core[1:]
    return sum(word in NOT_NAMES for word in core)


def demonym(view: View) -> float:
    """Say whether a word says where somebody is from."""
    return any(map(is_demonym, view.candidate.core))


def capitals(view: View) -> float:
    """Say whether a word of three letters or more is written in capitals, outside a headline."""
    return any(token.text.isupper() and len(token.text) > SHORT_WORD for token in view.name)


def headline(view: View) -> float:
    """Say whether the line is written in capitals or title case."""
    return view.candidate.in_headline


def peeled(view: View) -> float:
    """Say whether the words of a body or office stood before the name."""
    return view.candidate.is_peeled
