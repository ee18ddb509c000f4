"""The store of descriptions: an unchanged text is not derived again.

One file in `.press-archive/` (`machine/lines.py`), made by the program with its registers; another program or other
registers find nothing in it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from build_site.describe.codec import decode, encode
from build_site.machine import disk
from build_site.machine.lines import Lines
from build_site.machine.program import fingerprint

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from build_site.derive.model import Description
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

PATH = ".press-archive/descriptions"
"""Where it stands in an archive. It holds words of texts and names held back, and is never published."""


def key(text: Text, given: AbstractSet[str] = frozenset()) -> str:
    """Name a text by what it says and what is not asked of it: SHA-256 of first line's number, `given`, characters."""
    named = f"{text.first_line} {' '.join(sorted(given))}\n{text.content}"
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()


def maker(registers: Registers) -> str:
    """Name what makes descriptions: this very program with these registers."""
    known = "\n".join(
        [
            *(repr((one.id, one.name, one.aliases, one.unlisted, one.page)) for one in registers.people.values()),
            *(repr((one.id, one.name, one.aliases, one.domains, one.kind)) for one in registers.sources.values()),
            *(repr((one.id, one.label, one.aliases, one.words, one.broader)) for one in registers.topics.values()),
            repr(registers.not_people),
        ]
    )
    return hashlib.sha256(f"{fingerprint()}\n{known}".encode()).hexdigest()


class Store:
    """Descriptions that were made before, and those that this run makes."""

    def __init__(self, data: bytes, made_by: str) -> None:
        self._lines = Lines(data, made_by)

    def get(self, name: str) -> Description | None:
        """Return the description under a key; None where there is none, or none that can be trusted."""
        line = self._lines.get(name)
        try:
            return decode(line) if line is not None else None
        except ValueError:
            self._lines.leave(name)
            return None

    def still(self, name: str) -> None:
        """Keep the description under a key, which nobody needs to look at."""
        self._lines.get(name)

    def put(self, name: str, description: Description) -> None:
        """Keep a description."""
        self._lines.put(name, encode(description).encode())

    def line(self, name: str) -> bytes:
        """Write down a description that was asked for or put, for `add` in another process."""
        return self._lines.used(name)

    def add(self, name: str, line: bytes) -> None:
        """Keep what `line` wrote."""
        self._lines.put(name, line)

    def keep(self, root: Path) -> None:
        """Write the archive's store, if it changed, and keep git from taking it in: it holds names held back."""
        self._lines.keep(root / PATH)

    @property
    def data(self) -> bytes:
        """What the file holds after this run: what was asked for or put, by key; the rest is forgotten."""
        return self._lines.data


def open_store(root: Path, registers: Registers) -> Store:
    """Read the archive's store; where there is none, it is empty."""
    path = root / PATH
    return Store(disk.read(path) if disk.exists(path) else b"", maker(registers))
