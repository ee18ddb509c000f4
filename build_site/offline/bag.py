"""The tag files of a bag, byte for byte the same for the same payload.

Source of the format: BagIt 1.0 (RFC 8493). The library `bagit` validates what is written here (tests); it does not
write it, since it makes bags of version 0.97 that carry the day on which they were made.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.seed.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DECLARATION = "bagit.txt"
"""The file that makes a folder a bag."""
INFO = "bag-info.txt"
"""What the bag is, for people and programs."""
MANIFEST = "manifest-sha256.txt"
"""SHA-256 and path of every file of the payload."""
TAG_MANIFEST = "tagmanifest-sha256.txt"
"""SHA-256 and path of every other file but itself."""
PAYLOAD = "data/"
"""Folder of the payload."""
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
"""What the declaration says."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of the payload."""

    sha256: str
    """Digest in hexadecimal."""
    size: int
    """Bytes."""


def info_file(labels: Sequence[tuple[str, str]], payload: Mapping[str, Stored]) -> bytes:
    """Write `bag-info.txt`: the labels that have a value, each on one line, and the payload's size."""
    size = sum(stored.size for stored in payload.values())
    lines = [(label, squeeze(value)) for label, value in (*labels, ("Payload-Oxum", f"{size}.{len(payload)}"))]
    return "".join(f"{label}: {value}\n" for label, value in lines if value).encode()


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def manifest(digests: Mapping[str, str]) -> bytes:
    """Write a manifest of SHA-256 by path, sorted by path."""
    return "".join(f"{digests[path]}  {_encoded(path)}\n" for path in sorted(digests)).encode()


def read_manifest(data: bytes) -> dict[str, str]:
    """Read a manifest: SHA-256 by path. Raises `ValueError` where a line is none of a manifest."""
    found = {}
    for line in data.decode().splitlines():
        digest, path = line.split(maxsplit=1)
        found[_decoded(path.removeprefix("*"))] = digest.lower()
    return found


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _decoded(path: str) -> str:
    for code, sign in (("%0A", "\n"), ("%0a", "\n"), ("%0D", "\r"), ("%0d", "\r"), ("%25", "%")):
        path = path.replace(code, sign)
    return path
