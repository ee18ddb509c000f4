"""Files of a site: each is written as a new one, so that another name of it, in the former site, stays as it is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def list_shown(folder: str) -> Iterator[str]:
    """List the files below a folder, by POSIX path, without those in hidden folders."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(place).relative_to(folder).as_posix()
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def make_folder(path: Path) -> None:
    """Make a folder with those above it, where it is not there yet. Errors: `OSError`."""
    path.mkdir(parents=True, exist_ok=True)


def detach(path: Path) -> None:
    """Remove a file that is about to be written anew. Errors: `OSError`."""
    path.unlink(missing_ok=True)
