"""One build at a time in one archive: a lock that the system itself lets go when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDER = ".press-archive"


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Hold the archive at `root` while building; raise `ProblemsError` (machine) where another build holds it.

    The lock is `flock` on Unix and a locked byte on Windows, so a killed build leaves none behind.
    """
    path = root / _FOLDER / "lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise machine_problem(f"cannot write {path}: {error.strerror}", "free space or allow writing there") from None
    try:
        try:
            _take(handle)
        except OSError:
            hint = "wait until it has ended, or stop it"
            raise machine_problem(f"another build runs in {root}", hint) from None
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
