"""Names that may be another spelling of one that is held back: a text that errs in a letter must not list a child."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from build_site.derive.model import DerivedPerson, Status
from build_site.derive.people.holding import CHILD, NOT_REAL, PROTECTED, VICTIM
from build_site.derive.people.near_names import near_names

if TYPE_CHECKING:
    from collections.abc import Sequence

SPELLING = "may be a name held back, spelled otherwise"
SURE = frozenset({CHILD, NOT_REAL, PROTECTED, VICTIM})
"""Reasons that hold the other spelling too; a first name alone is like too many others."""


def hold_spellings(people: Sequence[DerivedPerson]) -> list[DerivedPerson]:
    """Return the people, with those held back whose name is one letter away from a child's or victim's."""
    held = {person.name for person in people if person.reason in SURE}
    if not held:
        return list(people)
    pairs = near_names(person.name for person in people)
    near = set(chain.from_iterable(pair for pair in pairs if not held.isdisjoint(pair)))
    return [hold(person) if person.status is Status.LISTED and person.name in near else person for person in people]


def hold(person: DerivedPerson) -> DerivedPerson:
    """Return the person as held back."""
    return replace(person, status=Status.HELD_BACK, reason=SPELLING)
