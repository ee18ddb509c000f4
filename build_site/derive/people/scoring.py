"""Score of a name: the features of all places where it stands, weighed by the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.people.weights import BIAS, FEATURES, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from build_site.derive.people.view import View

    Plan = tuple[tuple[int, float, bool, Callable[[View], float]], ...]
    """Features to measure: index in the table, weight, whether the mean counts, and the measure."""

THRESHOLD = 0.45
"""Score above which a name counts as a person's: more must speak for it than one of the smallest weights of the table.

In articles that no rule had seen, half of the names between 0.25 and this were nobody's: a wrong name in a list is
worse than one that is missing.
"""
PLACES = 40
"""Places of one name that are looked at; what they say together changes little after that."""
EXACTNESS = 0.01
"""What adding in another order may change, and more."""
DECISIVE = -3.0
"""Weight up to which a feature is measured first: it settles most names that are nobody's."""
DIGITS = 2
"""Decimals of a score that is shown; more would claim an exactness that hand-set weights have not."""


@dataclass(frozen=True, slots=True)
class Score:
    """How strongly the text says that a name is a person's."""

    value: float
    """Sum of weights; comparable with `THRESHOLD` and with other scores of this method."""
    features: tuple[str, ...]
    """Names of the features that are present, sorted."""

    @property
    def passes(self) -> bool:
        """Say whether the name counts as a person's."""
        return self.value > THRESHOLD


def plan(*, is_single: bool, is_decisive: bool) -> Plan:
    """Return the features to measure on a name of one word or of several, those that add and decide or the others."""
    other = Words.SEVERAL if is_single else Words.ONE
    return tuple(
        (index, one.weight, one.is_mean, one.measure)
        for index, one in enumerate(FEATURES)
        if one.words is not other and (one.weight > 0 or one.weight <= DECISIVE) == is_decisive
    )


PLANS = {
    is_single: tuple(plan(is_single=is_single, is_decisive=part) for part in (True, False))
    for is_single in (True, False)
}
"""By whether a name is one word: what is measured first, and what only takes away, and little.

The second part is not measured where the first leaves nothing to take.
"""


def score(views: Sequence[View], *, is_needed: bool = False) -> Score:
    """Return the score of one name from all places where it stands.

    Of a name that is nobody's the sum may lack features that take away, unless it `is_needed`: they change nothing.
    """
    found = [0.0] * len(FEATURES)
    views = views[:PLACES]
    first, last = PLANS[views[0].candidate.is_single]
    if add_up(first, views, found) > THRESHOLD or is_needed:
        add_up(last, views, found)
    # In the order of the table, so that the sum is the same to the last digit however it was come by.
    present = [(feature, amount) for feature, amount in zip(FEATURES, found, strict=True) if amount]
    value = sum((feature.weight * amount for feature, amount in present), BIAS)
    return Score(round(value, DIGITS), tuple(sorted(feature.name for feature, _ in present)))


def add_up(features: Plan, views: Sequence[View], found: list[float]) -> float:
    """Measure features into `found`, the most or the mean over all places; return the weighted sum and the bias."""
    value = BIAS + EXACTNESS
    one = views[0] if len(views) == 1 else None
    for index, weight, is_mean, measure in features:
        if one:
            amount = measure(one)
        elif is_mean:
            amount = sum(map(measure, views)) / len(views)
        else:
            amount = max(map(measure, views))
        if amount:
            found[index] = amount
            value += weight * amount
    return value
