"""Features that look at the words of a name alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import (
    ASIAN_NAMES,
    ENGLISH,
    EVERYDAY,
    FIRST_NAMES,
    LISTED_FIRST_NAMES,
    NAMES,
    NOT_NAMES,
    PARTICLES,
    PLACES,
    SURNAME_WORDS,
    SURNAMES,
    WORD_NAMES,
    is_everyday,
)

if TYPE_CHECKING:
    from build_site.derive.people.view import View

SURNAME_SHAPE = re.compile(
    r"^(?:mc|mac|o'|fitz|al-|ben-|bin-).|(?:son|ton|ley|man|mann|ski|sky|ska|ov|ova|ev|eva|enko|chuk|ian|yan|oglu|ez|ini"
    r"|etti|elli|wala|kar|sen|stein|berg|feld|opoulos|ides|vili|dze|nen|strom|quist|wood|worth|ford|ham|by|shaw|bury|field"
    r"|well|more|ingham|iye|ullah|uddin|allah|zadeh|pour|nejad|wan|ong|aki|ura|moto|awa|yama|shima)$"
)
"""Beginnings and endings that surnames of many languages have."""
JAPANESE = re.compile(r"..(?:[mn]ura|moto|yama|[kg]awa|[sz]aki|shima)$")
"""Endings that Japanese surnames have."""
EAST_ASIAN_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A given name of two syllables: `Jong-min`."""
CAPITAL_GIVEN = re.compile(r"[A-Z][a-z]+-[A-Z][a-z]+")
"""The same with two capitals, as surnames of Europe have too: `Jong-Min`."""
ROMAN = re.compile("[ivx]+")
"""A number behind the name of a king or pope, which lists of words have, too."""
LONG_NAME = 3
"""Words above which a name is unusually long."""
SYLLABLES = 8
"""Letters that two syllables of Chinese or Korean take at most."""
SHORT_WORD = 2
"""Letters up to which a word says little."""


def first_name(view: View) -> float:
    """Say whether the first word is a first name, or two joined by a hyphen: `Ada-Lena`, `Pierre-Lundo`."""
    word = view.candidate.core[0]
    if word in FIRST_NAMES:
        return True
    first, hyphen, second = word.partition("-")
    is_double = bool(hyphen) and first in FIRST_NAMES and second not in ENGLISH
    return is_double and not view.candidate.is_single and bool(CAPITAL_GIVEN.fullmatch(view.name[0].text))


def everyday_first_name(view: View) -> float:
    """Say whether an everyday word that is a first name, too, stands inside a sentence before a surname: `Woody Lund`.

    The surname is no English word and no place, so that `Green Northport` is none.
    """
    core = view.candidate.core
    if len(core) != 2 or view.name[0].opens or view.candidate.in_headline:  # noqa: PLR2004 - first name and surname
        return False
    is_word = core[0] in LISTED_FIRST_NAMES and core[0] in EVERYDAY and core[0] not in NOT_NAMES
    is_surname = core[1] in SURNAMES or bool(surname_shape(view))
    return is_word and is_surname and core[1] not in ENGLISH and core[1] not in PLACES


def first_name_is_a_word(view: View) -> float:
    """Say whether the first word is a first name and also a month, weekday, faith or the like."""
    return first_name(view) and view.candidate.core[0] in NOT_NAMES


def first_name_is_a_place(view: View) -> float:
    """Say whether the first word is both a first name and a place: `Chelsea`, `Jordan`."""
    return first_name(view) and view.candidate.core[0] in PLACES


def surname(view: View) -> float:
    """Say whether the last word of several is a known surname, or two of them with a hyphen: `Lund-Rudge`."""
    last = view.candidate.core[-1]
    return not view.candidate.is_single and (last in SURNAMES or is_double_barrelled(view.name[-1].text))


def is_double_barrelled(word: str) -> bool:
    """Say whether a word is two capitalised parts with a hyphen, one of them a surname and none an everyday word."""
    parts = word.split("-")
    if len(parts) != 2 or not parts[1][:1].isupper():  # noqa: PLR2004 - two surnames
        return False
    lows = [part.lower() for part in parts]
    return any(low in SURNAMES and low not in PLACES for low in lows) and not any(map(is_everyday, lows))


def surname_shape(view: View) -> float:
    """Return how much the last word of several is built like a surname; a hyphen says more, a Japanese ending most."""
    word = view.candidate.core[-1]
    if view.candidate.is_single or not SURNAME_SHAPE.search(word):
        return 0.0
    return 1.8 if JAPANESE.search(word) else 1.2 if "-" in word else 1.0


def surname_is_a_word(view: View) -> float:
    """Say whether a first name is followed by an everyday word: `Max Power`."""
    core = view.candidate.core
    return first_name(view) and len(core) > 1 and core[-1] in EVERYDAY


def surname_in_no_list(view: View) -> float:
    """Say whether a first name is followed by an everyday word that is no surname: `Max Ballroom`, not `Max VIII`."""
    last = view.candidate.core[-1]
    return surname_is_a_word(view) and last not in SURNAMES and not ROMAN.fullmatch(last)


def plural_word(view: View) -> float:
    """Say whether the last word is an English plural and no surname, and the first no first name: `Rudge Yachts`."""
    first, last = view.candidate.core[0], view.candidate.core[-1]
    is_plural = last.endswith("s") and not last.endswith("ss") and last[:-1] in ENGLISH and last not in NAMES
    return is_plural and (first not in FIRST_NAMES or first in PLACES)


def surname_first(view: View) -> float:
    """Say whether the first word is a surname and no first name, as in Chinese and Hungarian order."""
    core = view.candidate.core
    return not view.candidate.is_single and core[0] in SURNAMES and core[0] not in FIRST_NAMES


def east_asian_name(view: View) -> float:
    """Say whether a Chinese, Korean or Vietnamese family name stands before one or two short words."""
    core = view.candidate.core
    is_short = len(core) in {2, 3} and all(len(word) <= SYLLABLES for word in core[1:])
    is_place = core[-1] in PLACES or " ".join(core) in PLACES
    return is_short and core[0] in ASIAN_NAMES and core[0] not in FIRST_NAMES and not is_place


def word_and_first_name(view: View) -> float:
    """Return how strongly an English word that is no name stands before a first name alone: `Laptop Ada`.

    Thrice where the text has the first name in a full name; then a place counts as well: `with Lundia Ada scored`.
    """
    core = view.candidate.core
    if len(core) != 2 or core[0] in LISTED_FIRST_NAMES or not view.is_bare:  # noqa: PLR2004 - two words
        return 0.0
    is_word = core[0] in ENGLISH and core[0] not in NAMES
    if core[1] in view.statistics.first_names and (is_word or core[0] in PLACES):
        return 3.0
    return 1.0 * (is_word and core[1] in FIRST_NAMES and core[1] not in SURNAMES)


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
    return sum(
        word in EVERYDAY and word not in FIRST_NAMES and word not in SURNAME_WORDS for word in view.candidate.core
    )


def two_unknown(view: View) -> float:
    """Say whether the name is two words and neither is an English word."""
    core = view.candidate.core
    return len(core) == 2 and not any(word in ENGLISH for word in core)  # noqa: PLR2004 - two words


def long_name(view: View) -> float:
    """Count the words above three."""
    return max(0, len(view.candidate.core) - LONG_NAME)


def particle(view: View) -> float:
    """Return how strongly a particle inside the name speaks: half where no list has the first word."""
    if not any(word in PARTICLES for word in view.candidate.words[1:]):
        return 0.0
    first = view.candidate.core[0]
    return 1.0 if first in LISTED_FIRST_NAMES or first in SURNAMES or view.name[0].text.isupper() else 0.5


def given_name_of_two_syllables(view: View) -> float:
    """Say whether two or three words hold a given name such as `Jong-min`."""
    if len(view.name) not in {2, 3}:
        return False
    shapes = [EAST_ASIAN_GIVEN, CAPITAL_GIVEN] if view.name[0].low in ASIAN_NAMES else [EAST_ASIAN_GIVEN]
    shaped = [token.low for token in view.name if any(shape.fullmatch(token.text) for shape in shapes)]
    return bool(shaped) and not any(part in EVERYDAY for low in shaped for part in low.split("-")[1:])


def headline(view: View) -> float:
    """Say whether the line is written in capitals or title case."""
    return view.candidate.in_headline
