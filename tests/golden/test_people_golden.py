"""The blocks in `people/*.txt`: people mentioned, held back and ambiguous, compared exactly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from build_site.derive.credits import find_credits
from build_site.derive.model import DerivedPerson, Status
from build_site.derive.people import derive_people
from build_site.derive.residue import find_residue
from build_site.registers.model import Registers
from build_site.seed.text import Text

FOLDER = Path(__file__).parent / "people"
LABELS = ("people", "held back", "credits", "ambiguous", "forms")


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled article of a golden file."""

    where: str
    """File and line."""
    title: str
    text: str
    labels: dict[str, list[str]]
    """Values by label; a label that the block leaves out is missing."""


def read_blocks(path: Path) -> list[Block]:
    """Return the blocks of a file; a line `=> …` with an unknown label is an error."""
    starts = [(number, line) for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)]
    blocks: list[Block] = []
    for number, line in starts:
        if line.startswith("## "):
            blocks.append(Block(f"{path.stem}.txt:{number}", line[3:], "", {}))
        elif line.startswith("=> ") and blocks:
            label, _, value = line[3:].partition(":")
            assert label in LABELS, f"{path.name}:{number}: unknown label {label!r}"
            blocks[-1].labels[label] = [part.strip() for part in value.split(";") if part.strip()]
        elif blocks:
            last = blocks[-1]
            assert not last.labels or not line.strip(), f"{path.name}:{number}: text behind a label"
            blocks[-1] = Block(last.where, last.title, f"{last.text}{line}\n", last.labels)
    return blocks


BLOCKS = [block for path in sorted(FOLDER.glob("*.txt")) for block in read_blocks(path)]


def derive(block: Block) -> tuple[DerivedPerson, ...]:
    """Return the people of a block's text."""
    text = Text(block.where, block.text.strip("\n"))
    return derive_people(text, find_residue(text), find_credits(text), Registers())


def test_there_are_enough_blocks_and_no_title_twice() -> None:
    assert len(BLOCKS) >= 60
    assert len({block.title for block in BLOCKS}) == len(BLOCKS)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.where} {block.title}")
def test_block(block: Block) -> None:
    people = derive(block)
    held = [f"{person.name} ({person.reason})" for person in people if person.status is Status.HELD_BACK]
    assert [person.name for person in people if person.status is Status.LISTED] == block.labels.get("people", [])
    assert held == block.labels.get("held back", [])
    ambiguous = {form for person in people for form in person.ambiguous}
    assert sorted(ambiguous) == sorted(block.labels.get("ambiguous", []))
    forms = {person.name: set(person.forms) for person in people}
    for line in block.labels.get("forms", []):
        name, _, expected = line.partition("=")
        assert forms[name.strip()] == {form.strip() for form in expected.split(",")}


@pytest.mark.parametrize(
    "block", [one for one in BLOCKS if "credits" in one.labels], ids=lambda block: f"{block.where} {block.title}"
)
def test_credited_people_are_credits(block: Block) -> None:
    text = Text(block.where, block.text.strip("\n"))
    assert [credit.name for credit in find_credits(text)] == block.labels["credits"]
