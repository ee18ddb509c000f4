"""Names that a text misspells once it has them right: `Decan Fenwick` beside `Declan Fenwick`, `Mr Fenwcik`.

A slip is a word that no list has, one letter away from the same word of a name of which the rest is the same, or a
first name of which two letters are exchanged: `Kier`, or that sounds the same: `Megan` beside `Meghan`. An everyday
word inside a name mocks its bearer: `Ada Rotten Fenwick`. Sisters may be called so as well: names that begin with
another letter, or stand near one another, are two people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from build_site.derive.people.near_names import one_step
from build_site.derive.people.uses import gender_of_name
from build_site.derive.people.vocabulary import (
    ASIAN_NAMES,
    ENGLISH,
    EVERYDAY,
    LISTED_FIRST_NAMES,
    NAMES,
    PLACES,
    SURNAMES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_site.derive.people.groups import Group, Key
    from build_site.derive.people.view import View

SILENT = re.compile(r"(?<=.)h|e$|(.)(?=\1)")
"""Letters of a first name that are not heard, and the first of two that are the same."""
SHORTEST = 5
"""Letters of a word below which one letter makes another name too easily."""
NEAR = 100
"""Characters of a line within which a text names two people, and nobody twice in full."""


def find_slips(full: Iterable[Group]) -> dict[Key, Key]:
    """Return the names that are slips, each with the name that is meant; time grows with the number of names."""
    same: dict[tuple[int, Key], list[Group]] = defaultdict(list)
    for group in full:
        same[0, group.key[1:]].append(group)
        same[-1, group.key[:-1]].append(group)
    keys = {group.key for some in same.values() for group in some}
    found = {key: short for key in keys for short in (without_word(key), without_glued(key)) if short in keys - {key}}
    for (position, _), some in same.items():
        for pair in pairs(some, position):
            name, slip = sorted(
                pair,
                key=lambda group: (
                    -uses(group, position),
                    is_rare(group.key, position),
                    -len(group.key[position]),
                ),
            )
            if is_slip(slip, name, position) and name.key not in found:
                found[slip.key] = name.key
    return found


def without_word(key: Key) -> Key:
    """Return a name without an everyday word inside, by which others are mocked: `Ada Rotten Fenwick`."""
    is_mocked = len(key) == 3 and key[1] in EVERYDAY and key[1] not in NAMES and key[1] not in LISTED_FIRST_NAMES  # noqa: PLR2004 - a word inside a name
    return (key[0], key[2]) if is_mocked else key


def without_glued(key: Key) -> Key:
    """Return a long name without a word that a missing full stop or comma left at an end: `Lundia | Ada Fenwick`.

    It counts only where the rest stands elsewhere as a name; a first name in front and a surname behind are no such
    words.
    """
    if len(key) < 3:  # noqa: PLR2004 - a word, first name and surname
        return key
    if key[1] in LISTED_FIRST_NAMES and key[1] not in ASIAN_NAMES and (key[0] in PLACES or is_glue(key[0])):
        return key[1:]
    return key[:-1] if key[0] in LISTED_FIRST_NAMES and is_glue(key[-1]) else key


def is_glue(word: str) -> bool:
    """Say whether a word is English or a place, and no part of names."""
    return (word in ENGLISH or word in PLACES) and word not in NAMES and word not in LISTED_FIRST_NAMES


def pairs(some: Sequence[Group], position: int) -> Iterator[tuple[Group, Group]]:
    """Yield the pairs of names of which a word has the same letters but for one; few, however many the names."""
    if len(some) == 1:
        return
    blocks: dict[str, list[Group]] = defaultdict(list)
    for group in some:
        word = group.key[position]
        for letters in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            blocks[letters].append(group)
    for block in blocks.values():
        yield from combinations(block, 2)


def uses(group: Group, position: int) -> int:
    """Return how often a text has a name, and its first or last word alone."""
    return len(group.views) + group.views[0].statistics.alone[group.key[position]]


def is_slip(slip: Group, name: Group, position: int) -> bool:
    """Say whether a name is another one misspelled, in its first word or its last."""
    one, other = slip.key[position], name.key[position]
    if slip.is_known or one[0] != other[0] or not one_step(one, other) or stand_together(slip.views, name.views):
        return False
    is_long = min(len(one), len(other)) >= SHORTEST
    if is_long and not position and sound(one) == sound(other) and gender_of_name(one) == gender_of_name(other):
        return True
    return (is_long and is_rare(slip.key, position)) or (position == 0 and sorted(one) == sorted(other))


def sound(first: str) -> str:
    """Return a first name without letters that are not heard: `Meghan` and `Megan`, `Carole` and `Carol`."""
    return SILENT.sub("", first)


def is_rare(key: Key, position: int) -> bool:
    """Say whether no list has the first or last word of a name as one, nor as anything else."""
    word = key[position]
    if word in ENGLISH or word in PLACES:
        return False
    return word not in (SURNAMES if position else LISTED_FIRST_NAMES)


def stand_together(some: Iterable[View], others: Iterable[View]) -> bool:
    """Say whether two names stand near one another somewhere."""
    places = product((one.name[0] for one in some), (other.name[0] for other in others))
    return any(one.line == other.line and abs(one.start - other.start) < NEAR for one, other in places)


def may_be_slip(word: str, surname: str) -> bool:
    """Say whether a word behind an honorific is a surname of the text misspelled: `Mr Fenwcik`."""
    is_near = word[0] == surname[0] and min(len(word), len(surname)) > SHORTEST and one_step(word, surname)
    return is_near and is_rare((word,), -1) and word not in LISTED_FIRST_NAMES
