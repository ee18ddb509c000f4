"""What was found of texts and of pairs of texts, kept between runs: two texts that are the same are compared once.

Precondition: the traits of a text are a function of its words, and what two texts have in common is one of the words of
both; the program is in the file's first line. Which texts are compared with which depends on all of them, so each run
works that out anew (`duplicates.py`).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.machine.lines import Lines, read_lines
from build_site.machine.program import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATH = ".press-archive/compared"
"""Where it stands in an archive. It holds numbers that stand for words of texts, and is never published."""
_OTHER = 32


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text is compared by."""

    size: int
    """Number of its different 3-grams of words."""
    fingerprints: frozenset[int]
    """The 3-grams that stand for it; none where it is too short to be compared."""


class Compared:
    """Traits of texts and what pairs of them have in common: of the last run, and of this one."""

    def __init__(self, lines: Lines | None = None) -> None:
        """Without `lines`, nothing is known and nothing kept."""
        self._lines = lines or Lines(b"", "")
        self._before: dict[str, dict[str, int] | None] = {}
        self._traits: dict[str, Traits] = {}
        self._common: dict[str, dict[str, int]] = {}

    def traits(self, key: str, make: Callable[[], Traits]) -> Traits:
        """Give the traits of the text under a key (`text_key`); they are made where they are not known."""
        if key not in self._traits:
            line = self._lines.get(key)
            size, fingerprints, self._before[key] = json.loads(line) if line is not None else (0, (), None)
            self._traits[key] = make() if line is None else Traits(size, frozenset(fingerprints))
            self._common[key] = {}
        return self._traits[key]

    def common(self, first: str, second: str, make: Callable[[], int]) -> int:
        """Give what two texts have in common, by their keys, of which `traits` was asked; made where not known."""
        found, other = self._common[first], second[:_OTHER]
        if other not in found:
            known = (self._before[first] or {}).get(other)
            found[other] = make() if known is None else known
        return found[other]

    def keep(self, root: Path) -> None:
        """Write the archive's file, if it changed: what this run asked for; the rest is forgotten."""
        for key, own in self._traits.items():
            # A line that was read is kept as it is.
            if self._common[key] != self._before[key]:
                note = [own.size, sorted(own.fingerprints), dict(sorted(self._common[key].items()))]
                self._lines.put(key, json.dumps(note, separators=(",", ":")).encode())
        self._lines.keep(root / PATH)


def text_key(text: str) -> str:
    """Stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def open_compared(root: Path) -> Compared:
    """Read the archive's file; where there is none, or one of another program, it is empty."""
    return Compared(read_lines(root / PATH, fingerprint()))
