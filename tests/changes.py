"""Changes to an archive, of which tests make lists: each is made by a call with the archive's folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Change = Callable[[Path], object]
"""Changes the files of an archive; what it gives back says nothing."""


def swap(path: str, old: str, new: str) -> Change:
    """Write other words in the place of some that a file holds."""

    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return change


def append(path: str, words: str) -> Change:
    """Write words at the end of a file."""
    return lambda root: (root / path).write_text((root / path).read_text("utf-8") + words, "utf-8")


def remove(*paths: str) -> Change:
    """Remove files."""

    def change(root: Path) -> None:
        for path in paths:
            (root / path).unlink()

    return change


def move(old: str, new: str) -> Change:
    """Move a file into a new folder."""

    def change(root: Path) -> None:
        (root / new).parent.mkdir()
        (root / old).rename(root / new)

    return change
