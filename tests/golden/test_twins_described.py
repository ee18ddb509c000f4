"""What is derived from the twins of the two real texts, against what a careful person reads in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from build_site.derive import derive
from build_site.derive.model import Status
from build_site.problem import Gathering, Position
from build_site.registers.load import load_registers
from build_site.seed.folder import REGISTERS
from build_site.seed.node import Mapping, compose
from build_site.seed.text import Text
from tests.archive import PROJECT

if TYPE_CHECKING:
    from build_site.derive.model import Description

FOLDER = PROJECT / "tests" / "fixtures" / "twins"


def described(name: str) -> tuple[Description, dict[str, Any]]:
    """Derive one twin with the twins' own registers; give the result and what is expected."""
    files = {}
    for register in REGISTERS:
        path = FOLDER / "registers" / f"{register}.yml"
        node = compose(path.read_text("utf-8"), path.name) if path.exists() else None
        files[register] = node if isinstance(node, Mapping) else Mapping({}, {}, Position(path.name))
    problems = Gathering()
    registers = load_registers(files, problems)
    assert problems.found == []
    text = Text(f"{name}.txt", (FOLDER / f"{name}.txt").read_text("utf-8"))
    return derive(text, registers), yaml.safe_load((FOLDER / f"{name}.expected.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["yacht-fees", "hive-visits"])
def test_twin(name: str) -> None:
    found, expected = described(name)
    listed = [person for person in found.people if person.status is Status.LISTED]
    assert [person.name for person in listed] == [person["name"] for person in expected["people"]]
    assert [list(person.forms) for person in listed] == [person["forms"] for person in expected["people"]]
    assert [(item.line, item.kind.value) for item in found.residue] == [
        (item["line"], item["kind"]) for item in expected["residue"]
    ]
    assert [credit.name for credit in found.credits] == [credit["name"] for credit in expected["credits"]]
    assert (found.source.value, found.title.value) == (expected["source"], expected["title"])
    assert {topic.id for topic in found.topics} == set(expected["topics"])
    assert (found.published.value, found.not_before.value) == ("", expected["not_before"])
