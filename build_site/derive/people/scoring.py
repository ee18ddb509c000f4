"""Score of a name: the features of all places where it stands, weighed by the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.people.weights import BIAS, FEATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.view import View
    from build_site.derive.people.weights import Feature

THRESHOLD = 0.0
"""Score above which a name counts as a person's."""
PLACES = 40
"""Places of one name that are looked at; what they say together changes little after that."""
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


def score(views: Sequence[View]) -> Score:
    """Return the score of one name from all places where it stands."""
    value, present = BIAS, []
    for feature in FEATURES:
        if found := measure(feature, views[:PLACES]):
            value += feature.weight * found
            present.append(feature.name)
    return Score(round(value, DIGITS), tuple(sorted(present)))


def measure(feature: Feature, views: Sequence[View]) -> float:
    """Return how much of a feature the places show together: the most, or the mean where the table says so."""
    if len(views) == 1:
        return feature.measure(views[0])
    measures = [feature.measure(one) for one in views]
    return sum(measures) / len(measures) if feature.is_mean else max(measures)
