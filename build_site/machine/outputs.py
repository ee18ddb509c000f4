"""Files of a site: each is written as a new one, so that another name of it, in the former site, stays as it is."""

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


def replace_file(path: Path, data: bytes) -> None:
    """Write a file as a new one, with the folders above it. Errors: `OSError`."""
    try:
        _write_new(path, data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, data)


def _write_new(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.write_bytes(data)
        unfinished.replace(path)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file as a new one, with the folders above it. Errors: `OSError`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        shutil.copyfile(source, target)
    elif not filecmp.cmp(source, target, shallow=False):
        unfinished = target.with_name(f".{target.name}.unfinished")
        shutil.copyfile(source, unfinished)
        unfinished.replace(target)


def source_stamp(path: str) -> Stamp:
    """Tell when a source was last written; changes when it is, whatever a tool sets its time to."""
    found = Path(path).stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def output_stamp(path: str) -> Stamp:
    """Tell when an output was written; the same for each name of the file."""
    found = Path(path).stat()
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
            Path(entry.path).unlink()
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


def detach(path: Path) -> None:
    """Remove a file that is about to be written anew. Errors: `OSError`."""
    path.unlink(missing_ok=True)
