"""The store of descriptions: an unchanged text is not derived again.

One file in `.press-archive/`. Its first line names the program and the registers that made it; another program or other
registers find nothing in it. Each further line is a key, a checksum and a description; a line that is not what was
written counts as not there, and the next run writes it anew.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from build_site.describe.codec import decode, encode
from build_site.machine import disk
from build_site.machine.program import fingerprint

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from build_site.derive.model import Description
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

PATH = ".press-archive/descriptions"
"""Where it stands in an archive. It holds words of texts and names held back, and is never published."""
_IGNORED = b"# Written by build-site for itself; nothing in this folder is published.\n*\n"
_KEY = 64
_SUM = 16


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
        self._data = data
        self._made_by = made_by
        self._before = _entries(data, made_by)
        self._used: dict[str, bytes] = {}

    def get(self, name: str) -> Description | None:
        """Return the description under a key; None where there is none, or none that can be trusted."""
        line = self._before.get(name.encode())
        if line is None or line[:_SUM] != _checksum(line[_SUM + 1 :]):
            return None
        try:
            found = decode(line[_SUM + 1 :].decode())
        except ValueError:
            return None
        self._used[name] = line
        return found

    def put(self, name: str, description: Description) -> None:
        """Keep a description."""
        written = encode(description).encode()
        self._used[name] = _checksum(written) + b" " + written

    def keep(self, root: Path) -> None:
        """Write the archive's store, if it changed, and keep git from taking it in: it holds names held back."""
        disk.write_if_changed((root / PATH).with_name(".gitignore"), _IGNORED)
        disk.write_if_changed(root / PATH, self.data)

    @property
    def data(self) -> bytes:
        """What the file holds after this run: what was asked for or put, by key; the rest is forgotten."""
        lines = [self._made_by.encode(), *(name.encode() + b" " + line for name, line in sorted(self._used.items()))]
        return b"\n".join(lines) + b"\n"


def _entries(data: bytes, made_by: str) -> dict[bytes, bytes]:
    head, _, rest = data.partition(b"\n")
    if head != made_by.encode():
        return {}
    return {line[:_KEY]: line[_KEY + 1 :] for line in rest.split(b"\n") if line}


def _checksum(written: bytes) -> bytes:
    return hashlib.sha256(written).hexdigest()[:_SUM].encode()


def open_store(root: Path, registers: Registers) -> Store:
    """Read the archive's store; where there is none, it is empty."""
    path = root / PATH
    return Store(disk.read(path) if disk.exists(path) else b"", maker(registers))
