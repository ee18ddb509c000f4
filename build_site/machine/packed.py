"""Folders and zips as files with digests; the only module that packs and unpacks."""

from __future__ import annotations

import datetime as dt
import hashlib
import struct
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Protocol

from build_site.machine.disk import find_files
from build_site.problem import Position, machine_problem, problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_CHUNK = 1 << 20
_MODE = 0o100644
_SMALLEST = 9
_FIRST, _LAST = dt.date(1980, 1, 1), dt.date(2107, 12, 31)
# Whatever a damaged entry makes the unpacker stumble over.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,
)


class Files(Protocol):
    """Files with names, wherever they are."""

    @property
    def paths(self) -> tuple[str, ...]:
        """POSIX paths, sorted; a zip may name one twice."""

    def sha256(self, path: str) -> str:
        """SHA-256 in hexadecimal; empty where the file cannot be read or is none."""

    def read(self, path: str) -> bytes:
        """Return the content; empty where the file cannot be read."""


class FolderFiles:
    """The files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found = {item.path: item for item in find_files(folder)}

    @property
    def paths(self) -> tuple[str, ...]:
        """POSIX paths, sorted."""
        return tuple(self._found)

    def sha256(self, path: str) -> str:
        """SHA-256 in hexadecimal; empty for a link, and for a file that cannot be read."""
        if not self._found[path].regular:
            return ""
        try:
            return sha256_of(self._folder / path)
        except OSError:
            return ""

    def read(self, path: str) -> bytes:
        """Return the content; empty where the file cannot be read."""
        try:
            return (self._folder / path).read_bytes() if self._found[path].regular else b""
        except OSError:
            return b""


class ZipFiles:
    """The files in a zip."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except _DAMAGE as error:
            hint = "take another copy; this one is damaged or not complete"
            raise problem(Position(path.name), f"this is not a zip that can be opened: {error}", hint) from None

    @property
    def paths(self) -> tuple[str, ...]:
        """POSIX paths, sorted."""
        return tuple(sorted(info.filename for info in self._zip.infolist() if not info.is_dir()))

    def sha256(self, path: str) -> str:
        """SHA-256 in hexadecimal; empty where the file cannot be unpacked."""
        try:
            with self._zip.open(path) as file:
                return _digest(file)
        except _DAMAGE:
            return ""

    def read(self, path: str) -> bytes:
        """Return the content; empty where the file cannot be unpacked."""
        try:
            return self._zip.read(path)
        except _DAMAGE:
            return b""


def sha256_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal, read in pieces."""
    with path.open("rb") as file:
        return _digest(file)


def open_files(path: Path) -> Files:
    """Open a folder or a zip. Errors: there is neither at `path`, or the zip is damaged as a whole."""
    if path.is_dir():
        return FolderFiles(path)
    return ZipFiles(path)


def pack(target: Path, folder: Path, top: str, paths: Sequence[str], day: dt.date) -> None:
    """Write files of `folder` into a zip, below the one folder `top`, in the order of `paths`.

    Times and modes are fixed, so that the same files make the same bytes (with the same version of zlib). The zip
    stands at `target` only when it is complete. A zip knows the years 1980 to 2107; other days become the nearest.
    """
    day = min(max(day, _FIRST), _LAST)
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(unfinished, "w") as file:
            for path in paths:
                info = zipfile.ZipInfo(f"{top}/{path}", (day.year, day.month, day.day, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 3
                info.external_attr = _MODE << 16
                file.writestr(info, (folder / path).read_bytes(), compresslevel=_SMALLEST)
        unfinished.replace(target)
    except OSError as error:
        raise machine_problem(f"cannot write {target}: {error.strerror}", "free space or allow writing there") from None


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
