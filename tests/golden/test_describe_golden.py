"""The blocks in `describe/*.txt`: residue, credits, title, source, dates, language, topics, and how well topics do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_site.derive.credits import find_credits
from build_site.derive.dates import derive_not_before, derive_published
from build_site.derive.language import derive_language
from build_site.derive.residue import find_residue
from build_site.derive.source import derive_source
from build_site.derive.title import derive_title
from build_site.derive.topics import derive_topics
from build_site.problem import Gathering
from build_site.registers.load import load_registers
from build_site.seed.node import Mapping, compose
from build_site.seed.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_site.registers.model import Registers

FOLDER = Path(__file__).parent / "describe"
TOPICS = Path(__file__).parents[2] / "seeds" / "registers" / "topics.yml"
ENOUGH_F1 = 0.85


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled article of a golden file."""

    where: str
    title: str
    text: Text
    labels: dict[str, str]

    def __str__(self) -> str:
        return f"{self.where} {self.title}"


def read_blocks(path: Path) -> list[Block]:
    """Return the blocks of a file; an unknown label, a label twice or text behind a label is an error."""
    parts = re.split(r"^## (.*)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    blocks, line = [], 1 + parts[0].count("\n")
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        where = f"{path.name}:{line}"
        text, *labels = body.split("\n=> ")
        pairs = [(name, value.strip()) for name, _, value in (label.partition(":") for label in labels)]
        assert {name for name, _ in pairs} <= set(DERIVED), f"{where}: unknown label"
        assert len(dict(pairs)) == len(pairs) > 0, f"{where}: no label, or one twice"
        assert not any("\n" in value for _, value in pairs), f"{where}: text behind a label"
        blocks.append(Block(where, title, Text(path.name, text.strip("\n")), dict(pairs)))
        line += 1 + body.count("\n")
    return blocks


def registers() -> Registers:
    """Return the golden outlets and the project's own topics."""
    files = {
        "people": "people: {}\n",
        "topics": TOPICS.read_text("utf-8"),
        "sources": (FOLDER / "sources.yml").read_text("utf-8"),
    }
    problems = Gathering()
    nodes = {name: compose(content, f"{name}.yml", register=True) for name, content in files.items()}
    loaded = load_registers({name: node for name, node in nodes.items() if isinstance(node, Mapping)}, problems)
    problems.stop_if_any()
    return loaded


def residue_of(text: Text) -> str:
    """Write residue as the blocks do."""
    found = find_residue(text)
    return "; ".join(f"{one.line} {one.kind}" + (f" = {one.repeats}" if one.repeats else "") for one in found) or "none"


def credits_of(text: Text) -> str:
    """Write credits as the blocks do."""
    return "; ".join(f"{one.name} ({one.role})" for one in find_credits(text)) or "none"


def topics_of(text: Text) -> set[str]:
    """Return the ids of the topics."""
    return {topic.id for topic in derive_topics(text, find_residue(text), REGISTERS)}


def listed(topics: str) -> set[str]:
    """Read the topics of a label."""
    return {topic.strip() for topic in topics.split(",")} - {"none"}


def not_before_of(text: Text) -> str:
    """Return the year as the blocks write it."""
    published = derive_published(text, find_residue(text))
    return str(derive_not_before(text, published, REGISTERS).value or "unknown")


DERIVED: dict[str, Callable[[Text], str]] = {
    "residue": residue_of,
    "credits": credits_of,
    "title": lambda text: derive_title(text, find_residue(text), REGISTERS).value,
    "source": lambda text: derive_source(text, REGISTERS).value or "unknown",
    "published": lambda text: derive_published(text, find_residue(text)).value or "unknown",
    "not before": not_before_of,
    "language": lambda text: derive_language(text).value or "unknown",
    "topics": lambda text: ", ".join(sorted(topics_of(text))) or "none",
}
REGISTERS: Registers = registers()
BLOCKS = [block for path in sorted(FOLDER.glob("*.txt")) for block in read_blocks(path)]
WITH_TOPICS = [block for block in BLOCKS if "topics" in block.labels]


def test_there_are_enough_blocks_and_no_title_twice_in_a_file() -> None:
    assert len(BLOCKS) >= 60
    assert len({(block.text.path, block.title) for block in BLOCKS}) == len(BLOCKS)
    assert set().union(*(block.labels for block in BLOCKS)) == set(DERIVED)


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_block(block: Block) -> None:
    expected = {name: value for name, value in block.labels.items() if name != "topics" or value == "none"}
    assert {name: DERIVED[name](block.text) for name in expected} == expected


def test_labelled_topics_are_in_the_register() -> None:
    assert set().union(*(listed(block.labels["topics"]) for block in WITH_TOPICS)) <= set(REGISTERS.topics)


def test_topics_reach_their_figure() -> None:
    pairs = [(topics_of(block.text), listed(block.labels["topics"])) for block in WITH_TOPICS]
    right = sum(len(found & labelled) for found, labelled in pairs)
    f1 = 2 * right / sum(len(found) + len(labelled) for found, labelled in pairs)
    wrong = [(str(block), *pair) for block, pair in zip(WITH_TOPICS, pairs, strict=True) if pair[0] != pair[1]]
    assert f1 >= ENOUGH_F1, wrong
