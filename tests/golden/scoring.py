"""Strict scores of people mentioned, by document, for any labelled set.

A person is found where the derived name equals the labelled one, both without title, letters behind the name, case,
accents, and the shape of apostrophes and hyphens. Each person counts once a document. A shorter or longer form than the
labelled one is wrong twice: as a person not found and as one found in error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import HONORIFICS, POSTNOMINALS, ROLES
from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLES = HONORIFICS | ROLES | frozenset({"former", "acting", "deputy", "vice", "right", "prime", "crown", "the"})
"""Words that count as a title where they stand before a name."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over documents."""

    right: int = 0
    """People found that are labelled."""
    found: int = 0
    """People found."""
    labelled: int = 0
    """People labelled."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.labelled + other.labelled)

    @property
    def precision(self) -> float:
        """Share of the people found that are labelled; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled people that were found; 1 where none is labelled."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bare(name: str) -> tuple[str, ...]:
    """Return the words by which a name is matched; of a title and one word, the word."""
    plain = re.sub(r"'s\b", "", fold(name))
    plain = re.sub(r"\b([a-z])\.", r"\1 ", plain)
    words = [word.strip(".'") for word in re.sub(r"[\"“”()\[\],;:]", " ", plain).split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in POSTNOMINALS:
        words = words[:-1]
    return tuple(words)


def score(found: Iterable[str], labelled: Iterable[str]) -> Tally:
    """Return the counts for one document."""
    ours, theirs = set(map(bare, found)), set(map(bare, labelled))
    return Tally(len(ours & theirs), len(ours), len(theirs))
