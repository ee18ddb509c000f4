"""What describes in front of a name: `Leeds-born Ada Fenwick`, `Vintage-fan Ada Fenwick`, `of York Ada Fenwick`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import ENGLISH, EVERYDAY, FIRST_NAMES, LISTED_FIRST_NAMES, PLACES, SURNAMES
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.tokens import Token

PHRASE = re.compile("-(?:of|the|in|at|to|and|up|on|turned)-")
"""A phrase joined by hyphens: `Man-of-the-match Bo Lund`."""
ADJECTIVE_ENDINGS = tuple(
    sorted(
        parse(
            """-listed -based -born -led -backed -powered -era -style -owned -run -controlled -educated -trained
            -bound -wide -made -designed -winning -nominated -related -time -ranked -seeded -placed -rated
            -elect -designate -only -hosted -area -registered -occupied -administered -held -speaking -aged
            -appointed -sponsored -funded -friendly -type -themed -centric -free -class -affiliated -linked -aligned
            -inspired -sized -esque -dominated -old -olds -loving -shortlisted"""
        )
    )
)
"""Endings of compounds that describe: `Leeds-born Ada Fenwick`."""


VERBAL = re.compile("..(?:er|ed|ing)$")
"""Endings of what somebody does or is done to: `TV-watcher Ada`, `Fenwick-sounding Ada`."""
SYLLABLE = 6
"""Letters up to which an English word may be a syllable of a given name."""


def describes(rest: Sequence[Token]) -> bool:
    """Say whether the first word is a compound that describes who is named behind it: `Leeds-born`, `Vintage-fan`.

    Of an ending that no list has, the last part must be English, and either too long for a syllable or the first, too,
    where a sentence opens, or a first name and a surname must follow: `Wei-ling` is a name.
    """
    token = rest[0]
    if token.low.endswith(ADJECTIVE_ENDINGS) or PHRASE.search(token.text):
        return True
    first, *others = token.text.split("-")
    is_verbal = bool(others) and VERBAL.search(others[-1]) is not None
    parts = {token.low} if first.lower() in EVERYDAY or is_verbal else {first.lower(), token.low}
    is_name = any(word in names for word in parts for names in (LISTED_FIRST_NAMES, SURNAMES))
    is_compound = others and all(part.islower() for part in others) and others[-1] in ENGLISH and not is_name
    if is_compound and token.opens and first.lower() in ENGLISH:
        return True
    if is_compound and (len(others[-1]) > SYLLABLE or is_verbal):
        return True
    return bool(is_compound) and len(rest) > 2 and rest[1].low in LISTED_FIRST_NAMES  # noqa: PLR2004 - a whole name


def is_see(rest: Sequence[Token], before: str) -> bool:
    """Say whether a place behind `of` belongs to an office and a whole name follows: `Bishop of York Ada Fenwick`."""
    if before != "of" or len(rest) < 3 or rest[0].low not in PLACES:  # noqa: PLR2004 - place, first name and surname
        return False
    is_first = rest[1].low in FIRST_NAMES and rest[1].low not in PLACES
    return is_first and (rest[2].low not in ENGLISH or rest[2].low in SURNAMES)
