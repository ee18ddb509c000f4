"""The two real texts, where a folder holds them: their facts, and none of their sentences.

The texts belong to their publishers and are not in this repository. `SEED_TEXTS` names a folder that holds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_site.derive import derive
from build_site.derive.model import ResidueKind
from build_site.problem import Gathering
from build_site.registers.load import load_registers
from build_site.seed.decode import decode
from build_site.seed.node import Mapping, compose
from build_site.seed.text import Text

if TYPE_CHECKING:
    from build_site.registers.model import Registers

SHIPPED = Path(__file__).parents[2] / "seeds" / "registers"


@dataclass(frozen=True, slots=True)
class Known:
    """What a careful person reads in one of the texts."""

    stem: str
    residue: tuple[tuple[int, ResidueKind, int], ...]
    credits: tuple[tuple[str, int], ...]
    source: str
    source_lines: tuple[int, ...]
    not_before: int
    year_lines: tuple[int, ...]
    topics: frozenset[str]
    title_ends: str
    """The sign of the first line before which the title ends."""


BOTH = {"child-sexual-exploitation", "public-inquiries", "policing", "immigration"}
FIRST = Known(
    stem="000_5cb935b8835824dc",
    residue=(
        (11, ResidueKind.CAPTION_NAME, 0),
        (13, ResidueKind.CAPTION, 0),
        (25, ResidueKind.CAPTION, 0),
        (59, ResidueKind.INTERFACE, 0),
        (60, ResidueKind.INTERFACE, 0),
    ),
    credits=(("Paul Grover", 13), ("Jonathan Brady", 25)),
    source="the-telegraph",
    source_lines=(13,),
    not_before=2024,
    year_lines=(15,),
    topics=frozenset(
        {*BOTH, "deportation-and-removal", "government-data-and-transparency", "criminal-justice", "ethnicity-data"}
    ),
    title_ends=".",
)
SECOND = Known(
    stem="003_0fb0192a75d2d507",
    residue=((9, ResidueKind.REPEATED, 2), (26, ResidueKind.CAPTION, 27)),
    credits=(),
    source="the-mail-on-sunday",
    source_lines=(1, 5, 14),
    not_before=2022,
    year_lines=(26, 27),
    topics=frozenset(
        {*BOTH, "crime-statistics", "freedom-of-information", "victims-and-survivors", "honour-based-abuse"}
    ),
    title_ends=", the",
)


@pytest.mark.parametrize("known", [FIRST, SECOND], ids=["000", "003"])
def test_what_a_careful_person_reads(known: Known, seed_texts: Path) -> None:
    path = seed_texts / f"{known.stem}.txt"
    text = Text(path.name, decode(path.read_bytes(), path.name).content)
    found = derive(text, shipped_registers())
    assert tuple((piece.line, piece.kind, piece.repeats) for piece in found.residue) == known.residue
    assert tuple((credit.name, credit.line) for credit in found.credits) == known.credits
    assert {credit.role for credit in found.credits} <= {"picture"}
    assert found.source.value == known.source
    assert tuple(trace.line for trace in found.source.evidence) == known.source_lines
    assert found.published.value == ""
    assert found.not_before.value == known.not_before
    assert tuple(trace.line for trace in found.not_before.evidence) == known.year_lines
    assert found.language.value == "en"
    assert {topic.id for topic in found.topics} == known.topics
    assert found.title.value == text.lines[0][: text.lines[0].rindex(known.title_ends)]
    assert [trace.line for trace in found.title.evidence] == [1]


def shipped_registers() -> Registers:
    """Return the project's own topics and outlets."""
    problems = Gathering()
    files = {"people": compose("people: {}\n", "people.yml", register=True)}
    for name in ("topics", "sources"):
        files[name] = compose((SHIPPED / f"{name}.yml").read_text("utf-8"), f"{name}.yml", register=True)
    registers = load_registers({name: file for name, file in files.items() if isinstance(file, Mapping)}, problems)
    problems.stop_if_any()
    return registers


def test_the_shipped_registers_load() -> None:
    registers = shipped_registers()
    assert len(registers.topics) >= 60
    assert {"the-telegraph", "the-mail-on-sunday"} <= set(registers.sources)
    assert all(topic.scope and topic.words for topic in registers.topics.values())
