"""Children whose age stands in another sentence than the name.

`A nine-year-old boy … Tom Rudge was …`, and later `Tom`; `Tom Rudge was seen. The 14-year-old …`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from build_site.derive.people.openers import WORDED_AGES, YEARS_OLD
from build_site.derive.people.vocabulary import FIRST_NAMES
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from build_site.derive.people.candidates import Candidate
    from build_site.derive.people.tokens import Token

MAJORITY = 18
"""Age in years from which a person is no child."""
CHILDREN = parse("boy girl schoolboy schoolgirl toddler pupil")
REACH = 5
"""Tokens before `boy` within which the age stands: `a nine-year-old deaf boy`."""

MOST_AGES = 20
"""Places of `The 14-year-old` that are looked at; more tell nothing new."""
SENTENCE = 120
"""Tokens of a sentence that are looked at."""


def named_children(tokens: Sequence[Token], candidates: Sequence[Candidate], alone: Counter[str]) -> frozenset[int]:
    """Return the run starts of the names that belong to a child of whom another sentence speaks."""
    later = [run for index in islice(minors(tokens), MOST_AGES) for run in names_before(tokens, candidates, index - 3)]
    return frozenset({*later, *named_after(tokens, candidates, alone)})


def minors(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the indices of `year-old` behind `The`, an age below 18 and a hyphen: `The 14-year-old`."""
    for index, token in enumerate(tokens):
        # Article, age and hyphen.
        if token.low == "year-old" and index > 2 and tokens[index - 1].text == "-" and tokens[index - 3].low == "the":  # noqa: PLR2004
            age = tokens[index - 2].text
            if age.isdecimal() and int(age) < MAJORITY:
                yield index


def names_before(tokens: Sequence[Token], candidates: Sequence[Candidate], article: int) -> list[int]:
    """Return the run start of the one full name in the sentence before the one that `The 14-year-old` opens.

    `It was said that the 14-year-old` opens one too. Where that sentence has several names, or a boy or girl is spoken
    of, it is open whom the age belongs to.
    """
    if not tokens[article].opens and tokens[article - 1].low != "that":
        return []
    if tokens[article + 4].is_capital or tokens[article + 4].low in CHILDREN:
        return []
    start = opening(tokens, opening(tokens, article) - 1)
    named = {
        one.core: one.run
        for one in candidates
        if start <= one.run < article and not one.is_single and one.core[0] in FIRST_NAMES
    }
    return list(named.values()) if len(named) == 1 else []


def opening(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the first word of the sentence in which a token stands, at most `SENTENCE` tokens before."""
    least = max(0, index - SENTENCE)
    return next((at for at in range(index, least, -1) if tokens[at].opens), least)


def named_after(tokens: Sequence[Token], candidates: Sequence[Candidate], alone: Counter[str]) -> list[int]:
    """Return the run start of the name that belongs to a child spoken of before.

    It is the first name of several words behind `a nine-year-old boy` if it opens a sentence, and if the text goes on
    with the first name alone (counted in `alone`), as news does with children.
    """
    children = (index for index, token in enumerate(tokens) if token.low in CHILDREN)
    spoken_of = next((index for index in children if has_age_of_child(tokens, index)), len(tokens))
    name = next((one for one in candidates if one.run > spoken_of and not one.is_single), None)
    if name is None or name.start != name.run or not tokens[name.start].opens:
        return []
    return [name.run] if name.core[0] in FIRST_NAMES and alone[name.core[0]] else []


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
