"""Files made from inputs: where inputs and files are those of the last run, the files stay and are not made again.

Precondition of each recipe: what it makes depends on nothing but its inputs, the program, and whatever else the first
line of the notes stands for. A note that is damaged, or of another program, counts as none; so does one of files that
somebody changed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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
    narrowed: Callable[[], object] | None = None
    """Where the inputs hold more than matters: works out what does. Asked only where the inputs are other ones."""


class Outcome(NamedTuple):
    """What came of a recipe. No dataclass: ten thousand come from another process, and these take half the time."""

    name: str
    """Name of the recipe."""
    inputs: str
    """Digest of its inputs; empty where they are not known."""
    narrowed: str
    """Digest of what of them matters; empty where that is not told apart."""
    paths: tuple[str, ...]
    """The files."""
    files: Mapping[str, bytes] | None
    """Their content; None where they stay as they are."""
    noted: bool = False
    """True where the note of the last run holds."""


class Notes:
    """What the last run noted of its recipes."""

    def __init__(self, lines: Lines, stamps: Stamps) -> None:
        """`stamps` are those of the files that are there now."""
        self._lines = lines
        self._stamps = stamps

    def known(self, recipe: Recipe) -> Outcome | None:
        """Tell what came of a recipe where its inputs and files are those of the last run; else None."""
        before, narrowed, paths = self._noted(recipe.name)
        if before and recipe.inputs is not None and before == _digest(repr(recipe.inputs)):
            return Outcome(recipe.name, before, narrowed, paths, None, noted=True)
        return None

    def follow(self, recipe: Recipe) -> Outcome:
        """Make the files of a recipe, where they are not those of the last run."""
        return self.known(recipe) or self.make(recipe)

    def make(self, recipe: Recipe) -> Outcome:
        """Make the files of a recipe that is not `known`, unless what matters of its inputs is as it was."""
        inputs = "" if recipe.inputs is None else _digest(repr(recipe.inputs))
        _, narrowed_before, paths = self._noted(recipe.name)
        narrowed = _digest(repr(recipe.narrowed())) if inputs and recipe.narrowed else ""
        if narrowed and narrowed == narrowed_before:
            return Outcome(recipe.name, inputs, narrowed, paths, None)
        files = recipe.make()
        return Outcome(recipe.name, inputs, narrowed, tuple(files), files)

    def _noted(self, name: str) -> tuple[str, str, tuple[str, ...]]:
        """Give digests and files of a recipe, where the files are as they were noted."""
        line = self._lines.get(_digest(name))
        inputs, narrowed, stamps = json.loads(line) if line is not None else ("", "", {})
        if any(self._stamps.get(path) != tuple(stamp) for path, stamp in stamps.items()):
            return "", "", ()
        return inputs, narrowed, tuple(stamps)

    def keep(self, path: Path, outcomes: Iterable[Outcome], stamps: Stamps) -> None:
        """Note what this run made or left; `stamps` are those of the files that are there now."""
        for one in outcomes:
            if one.noted:
                self._lines.get(_digest(one.name))
            elif one.inputs:
                note = [one.inputs, one.narrowed, {name: stamps[name] for name in one.paths}]
                self._lines.put(_digest(one.name), json.dumps(note, separators=(",", ":")).encode())
        self._lines.keep(path)


def content(outcomes: Iterable[Outcome]) -> dict[str, bytes]:
    """Give the files that were made: path under `docs/` → content."""
    return {path: data for one in outcomes if one.files for path, data in one.files.items()}


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
