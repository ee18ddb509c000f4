"""The labelled passages are what their README says: well-formed, long enough, and every label stands in its text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def passages(root: Path) -> list[dict[str, Any]]:
    files = sorted((root / "tests/fixtures/labelled").glob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def test_there_are_as_many_as_the_readme_says(passages: list[dict[str, Any]], root: Path) -> None:
    readme = (root / "tests/fixtures/labelled/README.md").read_text(encoding="utf-8")
    people = sum(len(passage["people"]) for passage in passages)
    assert f"{len(passages)} invented news passages with {people} labelled people" in readme


def test_each_has_an_id_a_text_and_people(passages: list[dict[str, Any]]) -> None:
    assert {tuple(passage) for passage in passages} == {("id", "text", "people")}
    assert len({passage["id"] for passage in passages}) == len(passages)
    lengths = [len(passage["text"].split()) for passage in passages]
    assert min(lengths) >= 120
    assert max(lengths) <= 300


def test_each_label_stands_in_its_text_once_labelled(passages: list[dict[str, Any]]) -> None:
    for passage in passages:
        labels = passage["people"]
        assert [name for name in labels if name not in passage["text"]] == [], passage["id"]
        assert len(set(labels)) == len(labels) > 0, passage["id"]
