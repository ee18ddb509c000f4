"""Files made from inputs: where inputs and files are those of the last run, the files stay and are not made again.

Precondition of each recipe: what it makes depends on nothing but its inputs, the program, and whatever else the first
line of the notes stands for. A note that is damaged, or of another program, counts as none; so does one of files that
somebody changed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from build_site.machine.lines import Lines
    from build_site.machine.watch import Stamps


@dataclass(frozen=True, slots=True)
class Recipe:
    """How files are made."""

    name: str
    """Name that no other recipe has."""
    inputs: object
    """Everything that they are made from; its `repr` says all of it. None: they are made each time."""
    make: Callable[[], Mapping[str, bytes]]
    """Makes them: path under `docs/` → content."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a recipe."""

    name: str
    """Name of the recipe."""
    inputs: str
    """Digest of its inputs; empty where they are not known."""
    paths: tuple[str, ...]
    """The files."""
    files: Mapping[str, bytes] | None
    """Their content; None where they stay as they are."""


class Notes:
    """What the last run noted of its recipes."""

    def __init__(self, lines: Lines, stamps: Stamps) -> None:
        """`stamps` are those of the files that are there now."""
        self._lines = lines
        self._stamps = stamps

    def follow(self, recipe: Recipe) -> Outcome:
        """Make the files of a recipe, where they are not those of the last run."""
        inputs = "" if recipe.inputs is None else _digest(repr(recipe.inputs))
        if inputs and (paths := self._same(recipe.name, inputs)) is not None:
            return Outcome(recipe.name, inputs, paths, None)
        files = made(recipe)
        return Outcome(recipe.name, inputs, tuple(files), files)

    def _same(self, name: str, inputs: str) -> tuple[str, ...] | None:
        line = self._lines.get(_digest(name))
        before, stamps = json.loads(line) if line is not None else ("", {})
        if before != inputs or any(self._stamps.get(path) != tuple(stamp) for path, stamp in stamps.items()):
            return None
        return tuple(stamps)

    def keep(self, path: Path, outcomes: Iterable[Outcome], stamps: Stamps) -> None:
        """Note what this run made or left; `stamps` are those of the files that are there now."""
        for one in outcomes:
            if one.files is None:
                self._lines.get(_digest(one.name))
            elif one.inputs:
                noted = [one.inputs, {name: stamps[name] for name in one.paths}]
                self._lines.put(_digest(one.name), json.dumps(noted, separators=(",", ":")).encode())
        self._lines.keep(path)


def made(recipe: Recipe) -> Mapping[str, bytes]:
    """Make the files of a recipe, whatever the last run left."""
    return recipe.make()


def content(outcomes: Iterable[Outcome]) -> dict[str, bytes]:
    """Give the files that were made: path under `docs/` → content."""
    return {path: data for one in outcomes if one.files for path, data in one.files.items()}


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
