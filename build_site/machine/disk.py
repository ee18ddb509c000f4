"""The only module that reads and writes files."""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class Found:
    """A directory entry below a folder, not yet opened."""

    path: str
    """POSIX path relative to the folder."""
    regular: bool
    """False for a symbolic link, a device, a socket or a pipe."""
    size: int
    """Bytes."""


def find_files(folder: Path) -> tuple[Found, ...]:
    """List everything below `folder` that is not a folder, sorted by path; links are not followed."""
    return tuple(sorted(_walk(folder, "", _looked_at), key=lambda found: found.path))


def find_paths(folder: Path) -> list[str]:
    """Do what `find_files` does for the paths alone: the system need not be asked about each file."""
    return sorted(_walk(folder, "", lambda path, _: path))


def _looked_at(path: str, entry: os.DirEntry[str]) -> Found:
    status = entry.stat(follow_symlinks=False)
    return Found(path, stat.S_ISREG(status.st_mode), status.st_size)


def _walk(folder: Path, prefix: str, take: Callable[[str, os.DirEntry[str]], Taken]) -> Iterator[Taken]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _walk(folder / entry.name, f"{prefix}{entry.name}/", take)
                else:
                    yield take(f"{prefix}{entry.name}", entry)
    except OSError as error:
        raise machine_problem(
            f"cannot read the folder {folder}: {error.strerror}", "check that it may be read"
        ) from None


def exists(path: Path) -> bool:
    """Tell whether there is anything at `path`."""
    return os.path.lexists(path)


def is_file(folder: Path, path: str) -> bool:
    """Tell whether `path`, relative or absolute, is a file inside `folder`."""
    found = (folder / path).resolve()
    return found.is_relative_to(folder.resolve()) and found.is_file()


def read(path: Path | str) -> bytes:
    """Read a whole file; raises `ProblemsError` (machine) when the system refuses."""
    try:
        # Of thousands of small files, plain names and no buffer take half the time.
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - see above
            return file.read()
    except IsADirectoryError:
        raise machine_problem(f"cannot read {path}: it is a folder", "name the files in it") from None
    except OSError as error:
        raise machine_problem(f"cannot read {path}: {error.strerror}", "check that it may be read") from None


def write_if_changed(path: Path | str, data: bytes) -> bool:
    """Write `data` unless the file holds it already; tell whether anything was written.

    The file is replaced by a rename, so that a reader never sees half of it.
    """
    try:
        if _holds(path, data):
            return False
        # Plain names: a build writes thousands of files, and `Path` would take as long as the disk.
        folder, name = os.path.split(path)
        unfinished = os.path.join(folder, f".{name}.unfinished")  # noqa: PTH118 - see above
        try:
            _write(unfinished, data)
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - see above
            _write(unfinished, data)
        os.replace(unfinished, path)  # noqa: PTH105 - see above
    except OSError as error:
        raise machine_problem(f"cannot write {path}: {error.strerror}", "free space or allow writing there") from None
    return True


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:  # noqa: PTH123 - see `write_if_changed`
        file.write(data)


def _holds(path: Path | str, data: bytes) -> bool:
    try:
        status = os.stat(path)  # noqa: PTH116 - see `write_if_changed`
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        with open(path, "rb") as file:  # noqa: PTH123 - see `write_if_changed`
            return file.read() == data
    except FileNotFoundError:
        return False


def place(path: Path, data: bytes, former: Path) -> None:
    """Write `data`, as a second name of `former` where that file holds the same already.

    Whoever changes one of the two later replaces it by another file, so that the other stays as it is.
    """
    try:
        if _holds(former, data):
            os.link(former, path)
            return
    except OSError:
        # No folder yet, a file that is there, or a system without second names.
        pass
    write_if_changed(path, data)


def create(path: Path, data: bytes) -> None:
    """Write a new file; raises `ProblemsError` where there is one already, so that nothing is ever overwritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise machine_problem(
            f"{path} is there already", "nothing is overwritten: move it, or choose another"
        ) from None
    except OSError as error:
        raise machine_problem(f"cannot write {path}: {error.strerror}", "free space or allow writing there") from None


def remove(path: Path) -> None:
    """Remove a file, and then each folder above it that this leaves empty."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise machine_problem(f"cannot remove {path}: {error.strerror}", "allow writing there") from None
    for folder in path.parents:
        try:
            folder.rmdir()
        except OSError:
            return


def remove_folder(path: Path) -> None:
    """Remove a folder with all that is in it; where there is none, nothing is to be done."""
    try:
        if exists(path):
            shutil.rmtree(path)
    except OSError as error:
        raise machine_problem(f"cannot remove {path}: {error.strerror}", "close what keeps it open") from None


def replace_folder(new: Path, old: Path) -> None:
    """Put the finished folder `new` where `old` is, by renames; `old` stays whole until `new` stands in its place.

    What stood there, if anything did, is `new` then.
    """
    parted = _parted(old)
    try:
        shutil.rmtree(parted, ignore_errors=True)
        old.parent.mkdir(parents=True, exist_ok=True)
        if old.exists():
            old.replace(parted)
        new.replace(old)
        if parted.exists():
            parted.replace(new)
    except OSError as error:
        raise machine_problem(f"cannot put {old} in place: {error.strerror}", "close what keeps it open") from None


def restore_folder(old: Path) -> None:
    """Put back the former folder where `replace_folder` was killed between its two renames; else do nothing."""
    try:
        if exists(_parted(old)) and not exists(old):
            _parted(old).replace(old)
    except OSError as error:
        raise machine_problem(f"cannot put {old} back: {error.strerror}", "allow writing there") from None


def _parted(old: Path) -> Path:
    return old.with_name(f".{old.name}.parted")


def link_folder(old: Path, new: Path) -> None:
    """Make `new` a second folder of the files of `old`, by hard links; an empty one where the system has none.

    What is there already and the same stays. Whoever changes a file in `new` replaces it by another one, so that `old`
    stays as it is.
    """
    try:
        if exists(old):
            new.mkdir(parents=True, exist_ok=True)
            _link_all(str(old), str(new))
            return
    except OSError:
        # Nothing is linked then.
        pass
    remove_folder(new)


def _link_all(old: str, new: str) -> None:
    there = _entries(new)
    for name, entry in _entries(old).items():
        found, folder = there.pop(name, None), entry.is_dir(follow_symlinks=False)
        if found and not (found.is_dir(follow_symlinks=False) if folder else found.inode() == entry.inode()):
            _remove_entry(found)
            found = None
        path = f"{new}/{name}"
        if folder:
            if not found:
                os.mkdir(path)  # noqa: PTH102 - a site has thousands of folders, and `Path` costs more than the system
            _link_all(entry.path, path)
        elif not found:
            os.link(entry.path, path)
    for found in there.values():
        _remove_entry(found)


def _entries(folder: str) -> dict[str, os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return {entry.name: entry for entry in entries}


def _remove_entry(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path)
    else:
        os.unlink(entry.path)  # noqa: PTH108 - an entry knows its path as text
