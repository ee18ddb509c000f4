"""The word lists by what they mean for a name, and the few questions that ask several of them."""

from __future__ import annotations

from build_site.derive.wordlists import words

FIRST_NAME_TITLES = words("hand/first_name_titles")
HONORIFICS = words("hand/honorifics")
ROLES = words("hand/roles")
KINSHIP = words("hand/kinship")

WORD_NAMES = words("hand/word_names")
EVERYDAY = words("made/everyday_words") - WORD_NAMES
ENGLISH = words("made/everyday_words") | words("made/rarer_words")
SURNAMES = words("made/surnames") | words("hand/surname_words") | words("hand/asian_names")
LISTED_FIRST_NAMES = words("made/first_names") | words("hand/first_names") | words("hand/asian_names")
"""First names, and family names that stand first, with those that are also English words."""
NOT_FIRST_NAMES = EVERYDAY | words("hand/not_first_names")
FIRST_NAMES = (words("made/first_names") | words("hand/first_names") | WORD_NAMES) - NOT_FIRST_NAMES
ONLY_SURNAMES = SURNAMES - FIRST_NAMES
NAMES = SURNAMES | FIRST_NAMES
ASIAN_NAMES = words("hand/asian_names")
SURNAME_WORDS = words("hand/surname_words")
PLACES = frozenset(place.replace(".", "") for place in words("made/places") | words("hand/places"))
KNOWN_THINGS = words("hand/known_things")
KNOWN_BY_ONE_NAME = words("hand/known_by_one_name") - FIRST_NAMES - PLACES
PLACE_OPENERS = words("hand/place_openers")
DEMONYMS = words("hand/demonyms")
MONTHS = words("hand/months")
ORGANISATIONS = words("hand/organisation_words")
CLUBS = words("hand/club_words")
CLUB_OPENERS = words("hand/club_openers")
NOT_NAMES = words("hand/not_names")
ACRONYMS = words("hand/acronyms")
PARTICLES = words("hand/particles")
POSTNOMINALS = words("hand/postnominals")
ABBREVIATIONS = words("hand/abbreviations")

REPORTING = words("hand/reporting_verbs")
BEFORE_NAMES = words("hand/before_names")
PLACE_PREPOSITIONS = words("hand/of_place_prepositions")
PLACE_NOUNS = words("hand/place_nouns")
BODY_NOUNS = words("hand/body_nouns")
THING_NOUNS = words("hand/thing_nouns")
ROLE_APPOSITIVES = words("hand/role_appositives")


def is_role(word: str) -> bool:
    """Say whether the word is a role, ends with one (`ex-captain`), or counts children (`mum-of-four`)."""
    first, hyphen, last = word.rpartition("-")
    return word in ROLES or (bool(hyphen) and last in ROLES and last not in SURNAME_WORDS) or first.endswith("-of")


def is_demonym(word: str) -> bool:
    """Say whether the word says where people are from, in the singular or plural."""
    return word in DEMONYMS or (word.endswith("s") and word[:-1] in DEMONYMS)


def is_organisation_word(word: str) -> bool:
    """Say whether the word, or its singular where the plural is no surname, names a kind of body or thing."""
    return word in ORGANISATIONS or (word.endswith("s") and word[:-1] in ORGANISATIONS and word not in SURNAMES)


def is_everyday(word: str) -> bool:
    """Say whether the word is a frequent English word and neither a first name nor a surname."""
    return word in EVERYDAY and word not in FIRST_NAMES and word not in SURNAMES


def without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words by which a name is compared; `Ben` in front is a first name, `Al` and `Les` before a surname."""
    names = ONLY_SURNAMES if words[:1] == ("al",) else NAMES
    is_whole = len(words) == 2 and words[1] in names  # noqa: PLR2004 - a whole name
    first = {"ben", "al", "les"} if is_whole else {"ben"}
    kept = tuple(word for index, word in enumerate(words) if word not in PARTICLES or (word in first and not index))
    return kept if len(kept) > 1 or words[:1] != ("ben",) else words
