"""The only module that waits for somebody to change a file."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

Stamps = dict[str, tuple[int, int]]
"""Path → time of the last change (nanoseconds) and size (bytes)."""

EVERY = 0.4
"""Seconds between two looks. Looking works on network drives and with every editor; notifications do not."""


def stamps(folder: Path, passed_over: Callable[[str], bool]) -> Stamps:
    """Look at all files below `folder`; a folder or file for which `passed_over` holds is left out with all in it."""
    found: Stamps = {}
    _look(folder, "", passed_over, found)
    return found


def _look(folder: Path, prefix: str, passed_over: Callable[[str], bool], found: Stamps) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                path = f"{prefix}{entry.name}"
                if passed_over(path):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    _look(folder / entry.name, f"{path}/", passed_over, found)
                else:
                    status = entry.stat(follow_symlinks=False)
                    found[path] = (status.st_mtime_ns, status.st_size)
    except FileNotFoundError:
        return  # it was removed while we looked; the next look will not find it


def stamps_at(folder: Path, paths: Iterable[str]) -> Stamps:
    """Look at some files below `folder`; those that cannot be looked at are left out."""
    found: Stamps = {}
    for path in paths:
        with suppress(OSError):
            status = os.stat(folder / path, follow_symlinks=False)  # noqa: PTH116 - as an entry of a folder is looked at
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def changes(look: Callable[[], Stamps]) -> Iterator[tuple[str, ...]]:
    """Yield at once, and then after each change, the paths that changed; several changes in a row are one.

    Files that change while the caller is at work are found afterwards.
    """
    known = look()
    yield ()
    while True:
        time.sleep(EVERY)
        seen = look()
        if seen == known:
            continue
        while (again := _after_a_while(look)) != seen:
            seen = again
        changed = tuple(sorted(path for path in {*seen, *known} if seen.get(path) != known.get(path)))
        known = seen
        if changed:
            yield changed


def _after_a_while(look: Callable[[], Stamps]) -> Stamps:
    time.sleep(EVERY / 2)
    return look()
