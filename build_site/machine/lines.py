"""Values by key in one file, kept from one run to the next; damage and other versions count as nothing.

The first line names what made the values: the program and whatever else they depend on. Each further line is a key, a
checksum and a value; a line that is not what was written counts as not there, and the next run writes it anew.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from build_site.machine import disk

if TYPE_CHECKING:
    from pathlib import Path

_IGNORED = b"# Written by build-site for itself; nothing in this folder is published.\n*\n"
_KEY = 64
_SUM = 16


class Lines:
    """Values that were made before, and those that this run makes."""

    def __init__(self, data: bytes, made_by: str) -> None:
        self._made_by = made_by
        self._before = _entries(data, made_by)
        self._used: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return the value under a key (64 characters); None where there is none, or none that can be trusted."""
        if key not in self._used:
            line = self._before.get(key.encode())
            if line is None or line[:_SUM] != _checksum(line[_SUM + 1 :]):
                return None
            self._used[key] = line
        return self.used(key)

    def peek(self, key: str) -> bytes | None:
        """Do what `get` does, without keeping the value for that."""
        was_used = key in self._used
        value = self.get(key)
        if not was_used:
            self.leave(key)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep a value: one line."""
        self._used[key] = _checksum(value) + b" " + value

    def used(self, key: str) -> bytes:
        """Return the value under a key that this run asked for or put."""
        return self._used[key][_SUM + 1 :]

    def leave(self, key: str) -> None:
        """Forget a value that was not what it should be."""
        self._used.pop(key, None)

    def keep(self, path: Path) -> None:
        """Write the file, if it changed, and keep git from taking in the folder: it holds words of texts."""
        disk.write_if_changed(path.with_name(".gitignore"), _IGNORED)
        disk.write_if_changed(path, self.data)

    @property
    def data(self) -> bytes:
        """What the file holds after this run: what was asked for or put, by key; the rest is forgotten."""
        lines = [self._made_by.encode(), *(key.encode() + b" " + line for key, line in sorted(self._used.items()))]
        return b"\n".join(lines) + b"\n"


def read_lines(path: Path, made_by: str) -> Lines:
    """Read a file; where there is none, it is empty."""
    return Lines(disk.read(path) if disk.exists(path) else b"", made_by)


def _entries(data: bytes, made_by: str) -> dict[bytes, bytes]:
    head, _, rest = data.partition(b"\n")
    if head != made_by.encode():
        return {}
    return {line[:_KEY]: line[_KEY + 1 :] for line in rest.split(b"\n") if line}


def _checksum(value: bytes) -> bytes:
    return hashlib.sha256(value).hexdigest()[:_SUM].encode()
