"""The parts of the index that an earlier run made: one file each, named by all that the part is made from."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from build_site.machine import disk

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

_DIGEST = hashlib.sha256().digest_size
_LENGTH = 4
"""Bytes that give the length of the list."""


def read_part(path: Path) -> dict[str, bytes]:
    """Read the files of a part, path → content; empty where there is none, or where it is not what it was."""
    data = memoryview(disk.read(path)) if disk.exists(path) else memoryview(b"")
    digest, packed = data[:_DIGEST], data[_DIGEST:]
    if digest != hashlib.sha256(packed).digest():
        return {}
    at = _LENGTH + int.from_bytes(packed[:_LENGTH], "big")
    files = {}
    for name, size in json.loads(bytes(packed[_LENGTH:at])):
        files[name] = bytes(packed[at : at + size])
        at += size
    return files


def keep_part(path: Path, files: Mapping[str, bytes]) -> None:
    """Keep the files of a part: a digest, the list of names and sizes, the contents."""
    listed = json.dumps([(name, len(data)) for name, data in files.items()]).encode()
    packed = b"".join((len(listed).to_bytes(_LENGTH, "big"), listed, *files.values()))
    disk.write_if_changed(path, hashlib.sha256(packed).digest() + packed)


def forget_others(folder: Path, wanted: Collection[str]) -> None:
    """Remove everything in the folder of the parts but the files with these names."""
    for item in disk.find_files(folder) if disk.exists(folder) else ():
        if item.path not in wanted:
            disk.remove(folder / item.path)
