"""Files of a site: each is written as a new one, so that another name of it, in the former site, stays as it is.

Paths are text here, not objects: a site has ten thousand files, and an object costs more than the call to the system.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Stamp = tuple[int, int, int]
"""Size, and when it was last written and last changed in any way (nanoseconds; 0 where only the former counts)."""


SLASHES = os.sep == "/"
"""Whether the system writes paths with slashes."""
_BIG = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_made: set[str] = set()


def replace_file(path: str, data: bytes) -> None:
    """Write a file as a new one, with the folders above it. Errors: `OSError`."""
    try:
        _write_new(path, data)
    except FileExistsError:
        unfinished = _unfinished(path)
        with open(unfinished, "wb") as file:
            file.write(data)
        os.replace(unfinished, path)


def _write_new(path: str, data: bytes) -> None:
    _make_folder_of(path)
    try:
        handle = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        # Somebody removed a folder that was there.
        _make_folder(os.path.dirname(path))
        handle = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _make_folder_of(path: str) -> None:
    folder = os.path.dirname(path)
    if folder not in _made:
        _make_folder(folder)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    _made.add(folder)


def _unfinished(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.unfinished")


def copy_file(source: str, target: str, size: int, *, present: bool) -> None:
    """Copy a file as a new one, with the folders above it; one that is there already is compared. Errors: `OSError`."""
    if present and filecmp.cmp(source, target, shallow=False):
        return
    if size > _BIG:
        _make_folder(os.path.dirname(target))
        shutil.copyfile(source, _unfinished(target))
        os.replace(_unfinished(target), target)
        return
    replace_file(target, read_file(source, size))


def link_file(source: str, target: str, *, present: bool) -> bool:
    """Make a second name of a file, with the folders above it; False where the system has none to give."""
    try:
        _make_folder_of(target)
        if not present:
            os.link(source, target)
        elif not os.path.samefile(source, target):
            os.link(source, _unfinished(target))
            os.replace(_unfinished(target), target)
    except OSError:
        return False
    return True


def read_file(path: str, size: int) -> bytes:
    """Read a file that has about this size, in the fewest calls to the system. Errors: `OSError`."""
    handle = os.open(path, os.O_RDONLY | _BINARY)
    try:
        data = os.read(handle, size + 1)
        # A file that grew in between, or a system that gives it in parts.
        while len(data) != size and (more := os.read(handle, _BIG)):
            data += more
    finally:
        os.close(handle)
    return data


def source_stamp(path: str) -> Stamp:
    """Tell when a source was last written; changes when it is, whatever a tool sets its time to."""
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def link_stamp(path: str) -> Stamp:
    """Tell which file a name stands for, and when it was last written; no other stamp is equal to one of these."""
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns, -found.st_ino


def output_stamp(path: str) -> Stamp:
    """Tell when an output was written; the same for each name of the file."""
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns, 0


def sweep(folder: Path, wanted: Collection[str]) -> dict[str, Stamp]:
    """Remove what is not wanted below a folder, but hidden entries directly in it; give the stamps of what is left."""
    left: dict[str, Stamp] = {}
    if folder.is_dir():
        for entry in os.scandir(folder):
            if not entry.name.startswith("."):
                _sweep(entry, entry.name, wanted, left)
    return left


def _sweep(entry: os.DirEntry[str], path: str, wanted: Collection[str], left: dict[str, Stamp]) -> bool:
    """Sweep an entry; tell whether anything of it is left."""
    if not entry.is_dir(follow_symlinks=False):
        if path not in wanted or not entry.is_file(follow_symlinks=False):
            os.unlink(entry.path)
            return False
        found = entry.stat(follow_symlinks=False)
        left[path] = (found.st_size, found.st_mtime_ns, 0)
        return True
    remains = [_sweep(inner, f"{path}/{inner.name}", wanted, left) for inner in list(os.scandir(entry.path))]
    if not any(remains):
        shutil.rmtree(entry.path)
        return False
    return True


def read_or_nothing(path: Path) -> bytes:
    """Read a file; nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def read_all(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, by path, but what Python compiled."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def list_shown(folder: str, ending: str = "") -> Iterator[str]:
    """List the files below a folder, by POSIX path, without those in hidden folders."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(place).relative_to(folder).as_posix()
        yield from (name if below == "." else f"{below}/{name}" for name in names if name.endswith(ending))


def list_folders(folder: str) -> Iterator[tuple[str, list[str]]]:
    """Give a folder and all below it, links followed, in the order of their names: path with a slash behind, files."""
    for place, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        yield ("" if place == folder else f"{os.path.relpath(place, folder)}/"), names


def detach(path: Path) -> None:
    """Remove a file that is about to be written anew. Errors: `OSError`."""
    path.unlink(missing_ok=True)
