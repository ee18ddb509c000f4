"""Labelled texts: JSON Lines `{"id", "text", "people": […]}`, and the golden blocks of the tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_site.describe.given import from_lines
from build_site.problem import Gathering, Position, problem
from build_site.seed.text import Text
from tests.golden.test_people_golden import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.golden.test_people_golden import Block

PROJECT = Path(__file__).resolve().parent.parent
LABELLED = PROJECT / "tests" / "fixtures" / "labelled"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the people whom a careful reader finds in it."""

    name: str
    """Id of the text."""
    text: Text
    """The text."""
    people: tuple[str, ...]
    """Each person once, in the longest form of the text."""


def read_gold(path: Path) -> list[Labelled]:
    """Read a labelled file. Errors, all at once: lines that are no such objects."""
    data, problems = path.read_bytes(), Gathering()
    given = list(from_lines(data, problems))
    problems.stop_if_any()
    people = [_people(json.loads(line), Position(path.name, number)) for number, line in _lines(data)]
    return [Labelled(str(one.name), one.text, names) for one, names in zip(given, people, strict=True)]


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(data.split(b"\n"), 1) if line.strip())


def _people(values: dict[str, Any], at: Position) -> tuple[str, ...]:
    people = values.get("people")
    if not isinstance(people, list) or not all(isinstance(name, str) for name in people):
        raise problem(at, '"people" is no list of names', 'write {"id": …, "text": …, "people": ["Ada Fenwick"]}')
    return tuple(people)


def own_sets() -> dict[str, list[Labelled]]:
    """Read the project's own sets: a file of labelled passages each, and the golden blocks."""
    sets = {f"passages: {path.stem}": read_gold(path) for path in sorted(LABELLED.glob("*.jsonl"))}
    return sets | {"golden blocks": golden_blocks()}


def golden_blocks() -> list[Labelled]:
    """Return the golden blocks of people mentioned."""
    return [Labelled(block.where, text_of(block), tuple(block.labels.get("people", ()))) for block in BLOCKS]


def text_of(block: Block) -> Text:
    """Return the text of a golden block of people."""
    return Text(block.where, block.text.strip("\n"))
