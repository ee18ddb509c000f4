"""What a build has made goes out of the way of the next one, which begins from nothing."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def set_aside(root: Path, paths: Iterable[str]) -> None:
    """Move files and folders below `root` into a folder beside it; those that are not there are passed over.

    They are not removed: a disk from which thousands of files have just been removed is slower for a while, and a build
    on a new machine does not begin on one.
    """
    aside = tempfile.mkdtemp(prefix="aside-", dir=root.parent)
    for number, path in enumerate(paths):
        if (root / path).exists():
            (root / path).rename(f"{aside}/{number}")
