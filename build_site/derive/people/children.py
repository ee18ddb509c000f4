"""The child of whom a text first speaks without a name: `A nine-year-old boy … Tom Rudge was …`, and later `Tom`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.openers import WORDED_AGES, YEARS_OLD
from build_site.derive.people.vocabulary import FIRST_NAMES
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from build_site.derive.people.candidates import Candidate
    from build_site.derive.people.tokens import Token

MAJORITY = 18
"""Age in years from which a person is no child."""
CHILDREN = parse("boy girl schoolboy schoolgirl toddler pupil")
REACH = 5
"""Tokens before `boy` within which the age stands: `a nine-year-old deaf boy`."""


def unnamed_child(tokens: Sequence[Token], candidates: Sequence[Candidate], alone: Counter[str]) -> int:
    """Return the run start of the name that belongs to a child spoken of before; -1 where there is none.

    It is the first name of several words behind `a nine-year-old boy` if it opens a sentence, and if the text goes on
    with the first name alone (counted in `alone`), as news does with children.
    """
    children = (index for index, token in enumerate(tokens) if token.low in CHILDREN)
    spoken_of = next((index for index in children if has_age_of_child(tokens, index)), len(tokens))
    name = next((one for one in candidates if one.run > spoken_of and not one.is_single), None)
    if name is None or name.start != name.run or not tokens[name.start].opens:
        return -1
    return name.run if name.core[0] in FIRST_NAMES and alone[name.core[0]] else -1


def has_age_of_child(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the noun at an index has an age below 18 before it and no name behind it."""
    if tokens[index + 1].is_capital:
        return False
    near = [one.low for one in tokens[max(0, index - REACH) : index]]
    if not WORDED_AGES.isdisjoint(near):
        return True
    unit = next((at for at, word in enumerate(near) if word in YEARS_OLD), 0)
    age = near[unit - 2] if unit > 1 else ""
    return age.isdecimal() and (int(age) < MAJORITY or not near[unit].startswith("year"))
