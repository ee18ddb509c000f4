"""What was found of texts and of pairs of texts, kept between runs: two texts that are the same are compared once.

Precondition: the traits of a text are a function of its words, and what two texts have in common is one of the words of
both; the program is in the file's first line. Which texts are compared with which depends on all of them, so each run
works that out anew, for all of them or for those that changed (`duplicates.py`).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.machine.lines import Lines, read_lines
from build_site.machine.program import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

PATH = ".press-archive/compared"
"""Where it stands in an archive. It holds numbers that stand for words of texts, and is never published."""
_ALL = "all".ljust(64, "-")
_OTHER = 16


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text is compared by."""

    size: int
    """Number of its different 3-grams of words."""
    fingerprints: tuple[int, ...]
    """The 3-grams that stand for it, sorted; none where it is too short to be compared."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two texts of which one holds most of the other's wording."""

    id: str
    """Id of the text that is contained: the one with fewer 3-grams (of equals, the id that sorts last)."""
    other: str
    """Id of the text that contains it."""
    containment: float
    """Share of the contained text's 3-grams that the other holds, 0 to 1."""
    reverse: float
    """Share of the other's 3-grams that the contained text holds; near 1 where the two are copies."""


class Compared:
    """Traits of texts and what pairs of them have in common: of the last run, and of this one.

    A text's line holds its traits and, behind a tab, what it has in common with texts that come before it; one more
    line holds the keys of all texts, by id, and the pairs that were found.
    """

    def __init__(self, lines: Lines | None = None) -> None:
        """Without `lines`, nothing is known and nothing kept."""
        self._lines = lines or Lines(b"", "")
        self._traits: dict[str, Traits] = {}
        self._before: dict[str, dict[str, int]] = {}
        self._common: dict[str, dict[str, int]] = {}
        line = self._lines.peek(_ALL)
        self.before, self._found = json.loads(line) if line is not None else ({}, [])
        self._now: tuple[Mapping[str, str], tuple[Duplicate, ...]] = ({}, ())

    def traits(self, key: str, make: Callable[[], Traits]) -> Traits:
        """Give the traits of the text under a key (`text_key`); they are made where they are not known."""
        if key not in self._traits:
            line = self._lines.get(key)
            self._traits[key] = make() if line is None else _traits(line)
            self._common[key] = {}
        return self._traits[key]

    def former(self, key: str) -> tuple[int, ...] | None:
        """Give the fingerprints of a text of the last run, without keeping it for that; None where not known."""
        line = self._lines.peek(key)
        return _traits(line).fingerprints if line is not None else None

    def common(self, first: str, second: str, make: Callable[[], int]) -> int:
        """Give what two texts have in common, by their keys, of which `traits` was asked; made where not known."""
        if first not in self._common:
            self._common[first] = dict(self._known(first))
        found, other = self._common[first], second[:_OTHER]
        if other not in found:
            known = self._known(first).get(other)
            found[other] = make() if known is None else known
        return found[other]

    def _known(self, key: str) -> dict[str, int]:
        if key not in self._before:
            line = self._lines.peek(key)
            self._before[key] = json.loads(line.partition(b"\t")[2]) if line is not None else {}
        return self._before[key]

    def stand(self, changed: AbstractSet[str]) -> list[Duplicate]:
        """Let stand what the last run found of all pairs but those of texts that `changed`, by id; give its pairs."""
        gone = {self.before[name][:_OTHER] for name in changed if name in self.before}
        sought = [mark.encode() for mark in gone]
        for key in self._traits:
            line = self._lines.peek(key)
            if line is not None and not any(mark in line for mark in sought):
                del self._common[key]
            elif line is not None:
                self._common[key] = {other: many for other, many in self._known(key).items() if other not in gone}
        return [Duplicate(*one) for one in self._found if changed.isdisjoint(one[:2])]

    def note(self, keys: Mapping[str, str], found: Iterable[Duplicate]) -> tuple[Duplicate, ...]:
        """Note the keys of all texts, by id, and the pairs that were found."""
        self._now = keys, tuple(found)
        return self._now[1]

    def keep(self, root: Path) -> None:
        """Write the archive's file, if it changed: what this run asked for and found; the rest is forgotten."""
        for key, own in self._traits.items():
            line, common = self._lines.peek(key), self._common.get(key)
            # A line that is still right is kept as it is.
            if line is None or (common is not None and common != self._known(key)):
                self._lines.put(key, _line(own, common or {}))
        keys, found = self._now
        pairs = [(pair.id, pair.other, pair.containment, pair.reverse) for pair in found]
        self._lines.put(_ALL, _dumped([keys, pairs]))
        self._lines.keep(root / PATH)


def _traits(line: bytes) -> Traits:
    size, fingerprints = json.loads(line.partition(b"\t")[0])
    return Traits(size, tuple(fingerprints))


def _line(own: Traits, common: Mapping[str, int]) -> bytes:
    return _dumped([own.size, own.fingerprints]) + b"\t" + _dumped(dict(sorted(common.items())))


def _dumped(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def text_key(text: str) -> str:
    """Stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def open_compared(root: Path) -> Compared:
    """Read the archive's file; where there is none, or one of another program, it is empty."""
    return Compared(read_lines(root / PATH, fingerprint()))
