"""Features that speak for a body, a place, a day or an office instead of a person, by the words of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.compounds import ADJECTIVE_ENDINGS
from build_site.derive.people.features_behind import age_behind, defends, who_behind
from build_site.derive.people.features_context import (
    article_before,
    honorific_elsewhere,
    party_before,
    role_before,
    role_in_capitals,
)
from build_site.derive.people.features_name import east_asian_name, first_name, given_name_of_two_syllables
from build_site.derive.people.vocabulary import (
    CLUB_OPENERS,
    CLUBS,
    ENGLISH,
    FIRST_NAMES,
    KNOWN_THINGS,
    NOT_NAMES,
    PLACE_OPENERS,
    PLACES,
    SURNAME_WORDS,
    SURNAMES,
    is_demonym,
    is_organisation_word,
    is_role,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.view import View

ALWAYS_CAPITALS = parse("ai eu mp pm snp tv uk un us vat")
"""Words against a person only in capitals: `UN`, but not `Han Jae Un`."""
NOBLE = parse("lord lady king queen prince princess duke earl bishop duchess regent")
HOUSES = parse("""hospital school college theatre hall park centre pub stadium stand statue academy university metro
    station hotel island islands bridge pier docks barracks""")
PAGEANTS = parse("universe world america england britain international teen earth photogenic congeniality friendship")
STREETS = parse("street road lane avenue square terrace crescent drive row mews")
DIRECTIONS = parse("north south east west central")
"""Words that make a constituency of a place: `Saltby West`."""
COMPASS = frozenset("nsew")
SYLLABLE = 3
"""Letters up to which a word may be a syllable of a given name."""
BODIES = parse("university college council hospital institute foundation association committee ltd plc inc")
"""Words for bodies that are never surnames."""
RATHER_SURNAMES = parse("dow hall mills day law laws masters lake steel pound santos")
"""Kinds of bodies and things that behind a first name are more often a surname, by lists of candidates and players."""
BEARERS = parse("leader icon activist designer congressman senator actor actress singer minister campaigner couturier")
"""What people are, and hardly what has to do with a brand or figure of the same name."""
FOUNDERS = parse(
    "barclays bloomberg dow lamborghini nobel palme pulitzer peugeot porsche renault reuters siemens suzuki turner"
)
"""Surnames of founders that behind a first name are theirs, and alone their firm's or prize's."""


def organisation(view: View) -> float:
    """Return how strongly a word names a body: 1 at the end or without a first name, less inside, 0 where none does.

    Where the text introduces a person and one such word follows a first name, it is a rare surname: a quarter.
    """
    words = view.candidate.core[1:] if is_given(view) else view.candidate.core
    if view.candidate.has_honorific and len(words) <= 2 and words[-1] in SURNAMES:  # noqa: PLR2004 - two words
        return 0.0
    is_club = any(word in CLUBS and (word not in SURNAMES or not first_name(view)) for word in words)
    if not is_club and not any(map(is_organisation_word, words)):
        return 0.0
    if may_be_surname(view) or (east_asian_name(view) and not any(map(is_long_organisation_word, words))):
        return 0.0
    may_be_rare = len(words) == 1 and words[0] not in CLUBS and words[0] not in BODIES
    if is_given(view) and may_be_rare and (is_introduced(view) or is_founder(view)):
        return 0.25
    is_last = is_organisation_word(words[-1]) or words[-1] in CLUBS
    return 1.0 if is_last or not first_name(view) else 0.6


def is_introduced(view: View) -> bool:
    """Say whether the words around say that this is a person: `actress Ada Press, who`, `Ada Post, 44,`."""
    signs = (
        role_before,
        role_in_capitals,
        party_before,
        who_behind,
        age_behind,
        defends,
        honorific_elsewhere,
    )
    return any(sign(view) for sign in signs) and not article_before(view)


def is_founder(view: View) -> bool:
    """Say whether a first name and no other word stands before a surname that firms are called by: `Ada Renault`."""
    first, last = view.candidate.core[0], view.candidate.core[-1]
    return first in FIRST_NAMES and first not in PLACES and last in FOUNDERS


def is_long_organisation_word(word: str) -> bool:
    """Say whether the word names a kind of body and is too long for a syllable: `Hwang Sun Hong` is a name."""
    return is_organisation_word(word) and len(word) > SYLLABLE


def may_be_surname(view: View) -> bool:
    """Say whether the only word of a body is a surname behind a first name: `Rebecca Hall`."""
    words = view.candidate.words
    others = any(is_organisation_word(word) for word in words[1:-1])
    return words[0] in FIRST_NAMES and len(words) > 1 and words[-1] in SURNAMES and not others


def is_given(view: View) -> bool:
    """Say whether the first word is a given name or surname whatever else it means: `Bill King`, `Park Ji-min`."""
    if len(view.candidate.core) == 1:
        return False
    is_family_name = east_asian_name(view) and is_introduced(view)
    return bool(first_name(view) or given_name_of_two_syllables(view) or is_family_name)


def organisation_surname(view: View) -> float:
    """Return how strongly the last word is both a surname and a kind of body or club: less where a person is meant."""
    last = view.candidate.words[-1]
    if not (is_organisation_word(last) or last in CLUBS) or not may_be_surname(view):
        return 0.0
    if is_introduced(view):
        return 0.3
    is_two_words = len(view.candidate.core) == 2  # noqa: PLR2004 - a first name and a surname
    return 0.3 if is_two_words and last in RATHER_SURNAMES and not article_before(view) else 1.0


def place(view: View) -> float:
    """Say whether the whole, or all but what opens it (`N Korea`, `DR Congo`), is a known place; not `Mr Lincoln`."""
    candidate = view.candidate
    if candidate.is_single and candidate.has_honorific:
        return False
    core = candidate.core
    whole_words = core[1:] if core[0] in COMPASS or core[0] == "dr" else core
    if whole_words != core and is_demonym(core[-1]):
        return True
    if len(core) > 1 and core[-1] in DIRECTIONS and " ".join(candidate.words[:-1]) in PLACES:
        return True
    if len(core) > 1 and core[0] in PLACES and len(set(core)) == 1:
        return True
    whole = " ".join(candidate.words)
    if whole.endswith("ers") and len(core) > 1 and whole[:-3] in PLACES:
        return True
    return whole in PLACES or any(" ".join(some) in PLACES for some in (core, whole_words))


def place_with_title(view: View) -> float:
    """Say whether the whole run is a place, who is from it, or a contest: `Sri Lanka`, `Lord Street`, `Miss World`.

    So is the name of a building: `the Queen Ada hospital`.
    """
    candidate = view.candidate
    if not candidate.title:
        return False
    if candidate.title in NOBLE and (candidate.words[-1] in STREETS or view.following in HOUSES):
        return True
    if candidate.title == "miss" and candidate.words[0] in PAGEANTS:
        return True
    if candidate.title == "miss" and " ".join(candidate.words) in PLACES and not candidate.is_single:
        return True
    if candidate.title == "miss" and candidate.is_single:
        return candidate.core[-1] in PLACES and candidate.core[-1] not in SURNAMES
    whole = " ".join((*candidate.front, *candidate.words))
    return whole in PLACES or whole.removesuffix("s").removesuffix("n") in PLACES


def known_thing(view: View) -> float:
    """Say whether the whole, title included, is a brand or thing known to look like a name; not a leader."""
    words = view.candidate.words
    brand = words[:2] if len(words) == 3 and words[2] in ENGLISH else words  # noqa: PLR2004 - a brand and its product
    is_known = " ".join(brand) in KNOWN_THINGS or " ".join((*view.candidate.front, *words)) in KNOWN_THINGS
    return is_known and view.previous not in BEARERS and not age_behind(view)


def club_opener(view: View) -> float:
    """Say whether several words begin as the names of clubs do: `Dinamo Lund`."""
    return view.candidate.words[0] in CLUB_OPENERS and not view.candidate.front


def describing_ending(view: View) -> float:
    """Say whether the last word describes: `Lindhafen-based`."""
    return view.candidate.words[-1].endswith(ADJECTIVE_ENDINGS)


def role_as_name(view: View) -> float:
    """Return how strongly the last word is a role and no surname: fully in `Lord Mayor`, hardly in `Ada Gardener`."""
    last = view.candidate.words[-1]
    if not is_role(last) or last in SURNAME_WORDS:
        return 0.0
    first, *others = view.candidate.words
    return 0.3 if len(others) == 1 and first in FIRST_NAMES and first not in PLACES else 1.0


def last_word_is_a_place(view: View) -> float:
    """Say whether the last word of several is a place."""
    return not view.candidate.is_single and not place(view) and view.candidate.core[-1] in PLACES


def first_word_is_a_place(view: View) -> float:
    """Say whether the first word of several is a place and no first name."""
    core = view.candidate.core
    is_other = view.candidate.is_single or place(view) or core[-1] in PLACES
    return not is_other and core[0] in PLACES and core[0] not in FIRST_NAMES


def place_and_surname(view: View) -> float:
    """Say whether a place or English word stands before a surname of the text: `At Saltby | Fenwick ran`."""
    core = view.candidate.core
    is_pair = len(core) == 2 and (core[0] in PLACES or core[0] in ENGLISH) and core[0] not in FIRST_NAMES  # noqa: PLR2004 - two words
    return is_pair and core[1] in view.statistics.surnames


def opens_with_a_place(view: View) -> float:
    """Say whether a place of two words stands before others: `New York Lights`."""
    words = view.candidate.words
    return len(words) > 2 and " ".join(words[:2]) in PLACES and words[0] not in FIRST_NAMES  # noqa: PLR2004 - a word follows


def saint_of_a_house(view: View) -> float:
    """Say whether `St` and a name have something: `St Ada's` is a church, school or hospital."""
    return view.candidate.words[0] in {"st", "saint"} and view.following == "'s"


def place_opener(view: View) -> float:
    """Say whether the name begins as places do: `San`, `Port`, `Mount`."""
    return view.candidate.words[0] in PLACE_OPENERS


def not_a_name(view: View) -> float:
    """Count weekdays, months, directions, faiths, parties and bodies; a first name and a surname do not count.

    Behind which an age stands is a first name, too: `Winter Fenwick, 31`.
    """
    core = view.candidate.core
    if len(core) > 1 and (first_name(view) or age_behind(view)):
        core = core[1:-1] if core[-1] in SURNAME_WORDS else core[1:]
    small = {token.low for token in view.name if not token.text.isupper()} & ALWAYS_CAPITALS
    return sum(word in NOT_NAMES and word not in small for word in core)


def demonym(view: View) -> float:
    """Say whether a word says where somebody is from; a surname and the first name before it do not: `Ada Costa`."""
    core = view.candidate.core
    names = core[1:-1] if first_name(view) and len(core) > 1 and core[-1] in SURNAMES else core
    return any(map(is_demonym, names))
