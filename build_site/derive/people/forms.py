"""The shorter forms of a name: `Ada Fenwick` and `A. M. Fenwick` of `Ada Mary Fenwick`."""

from __future__ import annotations

from itertools import combinations

Key = tuple[str, ...]
"""Folded words of a name."""

LONGEST = 6
"""Words of a name up to which all its shorter forms are made; of a longer one only the first and last word."""


def short_forms(key: Key) -> set[Key]:
    """Return the forms of two words and more that share the first or the last word, in the same order."""
    if len(key) > LONGEST:
        return {(key[0], key[-1])}
    return {
        tuple(key[position] for position in chosen)
        for count in range(2, len(key) + 1)
        for chosen in combinations(range(len(key)), count)
        if chosen[0] == 0 or chosen[-1] == len(key) - 1
    }


def initial_forms(key: Key) -> set[Key]:
    """Return the shorter forms with initials before the last word: all of them, or all but the first word."""
    forms = short_forms(key)
    return {with_initials(form, 0) for form in forms} | {with_initials(form, 1) for form in forms}


def with_initials(key: Key, kept: int) -> Key:
    """Return the form with the first letter of each word but the last and the first `kept` ones."""
    return (*key[:kept], *(word[0] for word in key[kept:-1]), key[-1]) if len(key) > kept + 1 else key
