"""Near-duplicates: texts that share much of their wording, such as one wire story in two papers."""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from build_site.catalog.compared import Compared, Duplicate, Traits, text_key
from build_site.catalog.since import changed_since

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

CONTAINED = 0.5
"""Least share of the shorter text's 3-grams that the other holds. Independent reports of one event share far less."""
SHORTEST = 40
"""Least number of different 3-grams of a text that is compared; shorter ones are alike by chance."""
WINDOW = 16
"""Neighbouring 3-grams of which one is kept as a fingerprint: a shared run of 18 words always gives a shared one."""
SHARED = 0.2
"""Least share of fingerprints in common that makes a pair worth comparing word by word."""
MOST_PLACES = 20
"""Texts that are remembered for one fingerprint, so that a notice in every text does not make all pairs."""

_WORD = re.compile(r"\w+")
_MASK = (1 << 64) - 1
_BITS = 4096
# Odd numbers without pattern, one for each place of a 3-gram, so that the order of its words counts.
_FIRST, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9


def near_duplicates(
    texts: Mapping[str, str], known: Compared | None = None, keys: Mapping[str, str] | None = None
) -> tuple[Duplicate, ...]:
    """Return the pairs of near-duplicates, by id; `texts` are running texts by id.

    Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
    fingerprinting", SIGMOD 2003); pairs that share enough of them are compared exactly, by 3-grams. Time is near-linear
    in the length of all texts; pairs that are `known` are not compared again. Of more than `MOST_PLACES` copies of one
    text, each is paired with the first of them and not with every other. `keys` stand for the texts, by id: 64
    characters, no two alike.
    """
    known, grams = known or Compared(), _Grams(texts)
    keys = {name: keys[name] if keys else text_key(texts[name]) for name in sorted(texts)}
    traits = {name: known.traits(own, partial(grams.traits, name)) for name, own in keys.items()}
    changed = changed_since(known, keys, traits, MOST_PLACES)
    found = [] if changed is None else known.stand(changed)
    for first, second in _candidates({name: own.fingerprints for name, own in traits.items()}, changed):
        common = known.common(keys[first], keys[second], partial(grams.common, first, second))
        small, large = (second, first) if traits[second].size < traits[first].size else (first, second)
        if common >= CONTAINED * traits[small].size:
            found.append(Duplicate(small, large, common / traits[small].size, common / traits[large].size))
    return known.note(keys, sorted(found, key=lambda pair: (pair.id, pair.other)))


class _Grams:
    """The 3-grams of texts, worked out where they are asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._codes = _Codes()
        # Unpacked where needed: the sets of all texts at once would fill the memory of a small machine.
        self._packed: dict[str, array[int]] = {}
        self._masks: dict[str, int] = {}
        self._own: tuple[str, frozenset[int]] = ("", frozenset())

    def traits(self, name: str) -> Traits:
        """Work out what a text is compared by."""
        hashes = _hashes(self._texts[name], self._codes)
        marks = _fingerprints(hashes)
        if marks:
            self._pack(name, hashes)
        return Traits(len(set(hashes)), tuple(sorted(marks)))

    def common(self, first: str, second: str) -> int:
        """Count the 3-grams that two texts have in common; 0 where their bits say that there are too few."""
        for name in (first, second):
            if name not in self._packed:
                self._pack(name, _hashes(self._texts[name], self._codes))
        one, other = self._packed[first], self._packed[second]
        if not _may_contain(one, other, self._masks[first], self._masks[second]):
            return 0
        if self._own[0] != first:
            self._own = (first, frozenset(one))
        return len(self._own[1].intersection(other))

    def _pack(self, name: str, hashes: list[int]) -> None:
        self._packed[name] = array("Q", set(hashes))
        self._masks[name] = _mask(self._packed[name])


class _Codes(dict[str, tuple[int, int, int]]):
    """Numbers of each word, the same on every machine: one for each place of a 3-gram."""

    def __missing__(self, word: str) -> tuple[int, int, int]:
        code = zlib.crc32(word.encode())
        numbers = self[word] = (code * _FIRST & _MASK, code * _SECOND & _MASK, code * _THIRD & _MASK)
        return numbers


def _hashes(content: str, numbers: _Codes) -> list[int]:
    """Return the 3-grams of a text in order, as numbers that are the same on every machine."""
    codes = [numbers[word] for word in _WORD.findall(content.lower())]
    return [one[0] ^ two[1] ^ three[2] for one, two, three in zip(codes, codes[1:], codes[2:], strict=False)]


def _fingerprints(hashes: list[int]) -> frozenset[int]:
    """Keep the smallest of every `WINDOW` neighbours; none of a text that is too short to be compared."""
    if len(set(hashes)) < SHORTEST:
        return frozenset()
    found = []
    # The smallest stays until a smaller one enters, or until it leaves: then its window is looked at anew.
    least, leaves = _MASK + 1, 0
    for place, number in enumerate(hashes):
        if number <= least:
            least, leaves = number, place + WINDOW
        elif place == leaves:
            window = hashes[place - WINDOW + 1 : place + 1]
            least = min(window)
            leaves = place + 1 + window.index(least)
        else:
            continue
        if place >= WINDOW - 1:
            found.append(least)
    return frozenset((min(hashes[:WINDOW]), *found))


def _candidates(
    prints: Mapping[str, Collection[int]], changed: frozenset[str] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share enough fingerprints, the one seen later first; where `changed` is given, of these."""
    enough = {name: SHARED * len(own) for name, own in prints.items()}
    if changed is not None:
        marks = frozenset(chain.from_iterable(prints[name] for name in changed if name in prints))
        prints = {name: marks.intersection(own) for name, own in prints.items()}
    places: dict[int, list[str]] = {}
    for name, own in prints.items():
        seen = [places.setdefault(mark, []) for mark in own]
        shared, here = Counter(chain.from_iterable(seen)), enough[name]
        found = [(name, other) for other, count in shared.items() if count >= here or count >= enough[other]]
        yield from found if changed is None else [pair for pair in found if not changed.isdisjoint(pair)]
        for names in seen:
            if len(names) < MOST_PLACES:
                names.append(name)


def _mask(numbers: array[int]) -> int:
    """Set a bit for each 3-gram; several may share one."""
    mask = 0
    for number in numbers:
        mask |= 1 << (number % _BITS)
    return mask


def _may_contain(first: array[int], second: array[int], mask: int, other: int) -> bool:
    """Tell whether one of two texts may hold enough of the other; in most pairs none does, and their bits say so.

    Each common 3-gram has its bit in both masks, or shares one with another 3-gram of its text.
    """
    both = (mask & other).bit_count()
    common = min(both + len(first) - mask.bit_count(), both + len(second) - other.bit_count())
    return common >= CONTAINED * min(len(first), len(second))
