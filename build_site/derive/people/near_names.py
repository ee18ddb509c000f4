"""Names that differ by one letter: two spellings of one name, or two people. Pointed out; only `slips` joins any."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 6
"""Least number of letters of a name that is compared; in shorter ones a letter makes another name too easily."""


def near_names(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs that are one step apart, sorted: a letter more, less or other, or two neighbours exchanged.

    Case, accents, full stops, and the shape of hyphens and apostrophes make no difference; names that differ in nothing
    else are pairs too. Names that leave the same letters when one is dropped share a block, and only names of one block
    are compared: the time grows with the number of names, not with its square.
    """
    folded = {name: _plain(name) for name in sorted(set(names))}
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, plain in folded.items():
        if len(plain) >= SHORTEST:
            for key in {plain, *(plain[:at] + plain[at + 1 :] for at in range(len(plain)))}:
                blocks[key].append(name)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    return tuple(sorted(pair for pair in pairs if one_step(folded[pair[0]], folded[pair[1]])))


def _plain(name: str) -> str:
    return " ".join(fold(name).replace(".", " ").replace("-", " ").split())


def one_step(one: str, other: str) -> bool:
    """Tell whether one edit makes one of the other (optimal string alignment distance of at most 1)."""
    if len(one) > len(other):
        one, other = other, one
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, other_rest = one[start:], other[start:]
    if len(one) < len(other):
        return rest == other_rest[1:]
    exchanged = rest[1:2] + rest[:1] + rest[2:]
    return rest[1:] == other_rest[1:] or (len(rest) > 1 and exchanged == other_rest)
