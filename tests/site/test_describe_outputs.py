"""What is derived about people reaches pages, data and metadata as names with lines, and as nothing else."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.archive import make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARCHIVE = """--- seeds/registers/people.yml
people:
  ada-fenwick: {name: Ada Fenwick}
  cy-moss: {name: Cy Moss, unlisted: true}
--- seeds/registers/topics.yml
topics:
  ports: {label: Ports and shipping, words: {5: [harbour board, Moss of the ferry]}}
--- seeds/open.txt
The harbour board met at Tarnmouth on Friday, and the harbour master, Ada Fenwick, was there.

Martin Elwood, 41, a baker convicted of late buns, said: “We open in May.” Girl A, a complainant, was there too.

Mr Elwood waved to Cy Moss of the ferry and to Moss of the ferry. This article is invented.
--- seeds/open.yml
rights: CC0-1.0
access: full
source: The Tarn Post
published: 2031-05-01
language: en
names_checked: {by: A. Keeper, on: 2031-05-02}
--- seeds/closed.txt
The harbour board met in private at Velmouth on Monday, because its quiet cellar had flooded to the second step.

Rosalind Pettifer said: “We shut in June.” Boy C was there too. This article is invented.
"""
SAID_OF_PEOPLE = re.compile(
    r"roles?|offen[cs]es?|crimes?|convict\w*|victim\w*|complainant\w*|suspect\w*|accused|age|gender|sex|ethnic\w*|race"
    r"|religion|belief|health|nationality|occupation|job_?title|sentiment|features?|held|reason|attributes?"
)
"""Keys that no output has. `held` is one of an article, never of a person."""


@pytest.fixture(scope="module", params=["full", "public"])
def docs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_archive(tmp_path_factory.mktemp("archive"), ARCHIVE)
    run = run_inside(root, "--edition", request.param, "--pages-only")
    assert run.status == 0, run.err
    for name in ("Girl A", "Boy C", "Pettifer", "Elwood", "Moss"):
        assert name not in run.out + run.err, "the log names nobody"
    return root / "docs"


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from keys(inner)
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


def values(docs: Path) -> Iterator[tuple[str, Any]]:
    """Every front matter and every file of the data, read."""
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if path.suffix == ".md":
            yield name, yaml.safe_load(path.read_text("utf-8").split("\n---\n")[0])
        elif path.suffix == ".json":
            yield name, json.loads(path.read_bytes())
        elif path.suffix == ".jsonl":
            yield name, [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        elif path.suffix == ".csv":
            yield name, dict.fromkeys(next(csv.reader(path.read_text("utf-8").splitlines())))
        elif path.suffix == ".sqlite":
            yield name, dict.fromkeys(columns(path))


def columns(path: Path) -> Iterator[str]:
    database = sqlite3.connect(path)
    for (table,) in database.execute("select name from sqlite_master where type = 'table'").fetchall():
        yield from (row[1] for row in database.execute("select * from pragma_table_info(?)", (table,)))
    database.close()


def test_no_key_says_more_of_a_person_than_that_a_text_names_them(docs: Path) -> None:
    found = {name: set(keys(value)) for name, value in values(docs)}
    assert {"articles/open.md", "data/provenance/open.json", "data/articles.jsonl"} <= set(found)
    wrong = {name: {key for key in names if SAID_OF_PEOPLE.fullmatch(key)} - {"held"} for name, names in found.items()}
    assert {name: names for name, names in wrong.items() if names} == {}


def test_held_back_names_stand_in_the_text_alone(docs: Path) -> None:
    for path in sorted(docs.rglob("*")):
        if path.is_file() and b"Girl A" in path.read_bytes():
            name = path.relative_to(docs).as_posix()
            assert name in ("articles/open.md", "data/articles.jsonl", "data/archive.sqlite"), name
    page = (docs / "articles/open.md").read_text("utf-8")
    assert "Girl A" not in page.partition("\n---\n")[0]
    assert page.count("Girl A") == 1


def provenance(docs: Path, article: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((docs / f"data/provenance/{article}.json").read_bytes())
    return found


def test_provenance_names_origin_method_and_evidence(docs: Path) -> None:
    found = provenance(docs, "open")
    fields = found["fields"]
    assert fields["source"] == {"origin": "record", "status": "record", "value": "The Tarn Post"}
    assert (fields["title"]["origin"], fields["title"]["method"]) == ("derived", "title/2")
    assert fields["title"]["evidence"][0]["line"] == 1
    (topic,) = fields["topics"]["values"]
    assert (fields["topics"]["status"], topic["id"]) == ("register", "ports")
    assert topic["evidence"][0] == {"line": 1, "rule": "phrase of weight 5", "weight": 10.0, "quote": "harbour board"}
    people = {one["name"]: one for one in fields["people"]["values"]}
    assert people["Ada Fenwick"] == {
        "name": "Ada Fenwick",
        "id": "ada-fenwick",
        "status": "register",
        "evidence": [{"line": 1, "rule": "named", "quote": "Ada Fenwick"}],
    }
    assert people["Martin Elwood"]["status"] == "derived"
    assert [(one["line"], one["quote"]) for one in people["Martin Elwood"]["evidence"]] == [
        (3, "Martin Elwood"),
        (5, "Mr Elwood"),
    ]
    assert found["names_held_back"] == 1


def test_a_quotation_holds_no_unlisted_name(docs: Path) -> None:
    traces = provenance(docs, "open")["fields"]["topics"]["values"][0]["evidence"]
    assert any(trace["line"] == 5 for trace in traces), "the evidence itself stays"
    assert [trace for trace in traces if "Moss" in trace.get("quote", "")] == []


def test_no_word_of_a_text_that_the_edition_does_not_hold(docs: Path) -> None:
    is_public = "cellar" not in (docs / "articles/closed.md").read_text("utf-8")
    found = json.dumps(provenance(docs, "closed"))
    if is_public:
        assert "quote" not in found
        assert "Pettifer" not in found
        assert '"names_held_back": 0' in found
        assert '"line": 1' in found, "lines and rules stay, for what the edition shows"
    else:
        assert '"quote": "harbour board"' in found
        assert "Boy C" not in found
        assert '"names_held_back": 1' in found


def test_both_editions_are_looked_at(docs: Path, request: pytest.FixtureRequest) -> None:
    is_public = "cellar" not in (docs / "articles/closed.md").read_text("utf-8")
    assert is_public == ("public" in request.node.name)
