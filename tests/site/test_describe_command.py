"""`build-site describe`, as a person or a program runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from tests.archive import Run, make_archive
from tests.corpus.generate import articles
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ["title", "source", "published", "not_before", "language", "topics", "people", "credits", "residue"]
ARCHIVE = """--- seeds/registers/topics.yml
topics:
  ports: {label: Ports and shipping, words: {5: [harbour board]}}
--- seeds/registers/sources.yml
sources:
  tarn-post: {name: The Tarn Post}
--- seeds/pier.txt
The harbour board met at Tarnmouth on Friday over the pier. It has been shut since March 2021, The Tarn Post can reveal.

Zoë O’Leary-Fenwick, the harbour master, said: “We open in May.” Girl A was there too. This article is invented.

Photograph: Bo Lund/The Tarn Post
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "archive", ARCHIVE)


def describe(root: Path, *arguments: str, given: bytes = b"") -> Run:
    return run_inside(root, "describe", *arguments, given=given)


def describe_apart(root: Path, *arguments: str, given: bytes = b"", **settings: str) -> Run:
    """Describe in a process of its own, with settings in its environment."""
    command = [sys.executable, "-m", "build_site", "describe", "--root", str(root), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, input=given, env={**os.environ, **settings})
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def rows(done: Run) -> list[dict[str, Any]]:
    assert (done.status, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def test_one_object_a_file_with_exactly_these_keys(root: Path) -> None:
    pier = str(root / "seeds/pier.txt")
    (first, second) = rows(describe(root, pier, pier, "--format", "jsonl"))
    assert first == second
    assert list(first) == ["file", *KEYS]
    assert first["file"] == pier
    assert first["source"] == {
        "name": "The Tarn Post",
        "confidence": pytest.approx(4, abs=3),
        "evidence": first["source"]["evidence"],
    }
    assert first["source"]["evidence"][0].startswith("1: ")
    assert (first["published"], first["not_before"], first["language"]) == (None, 2021, "en")
    assert [list(topic) for topic in first["topics"]] == [["id", "score", "evidence"]]
    assert first["topics"][0]["evidence"] == ["1: harbour board"]
    assert [list(person) for person in first["people"]] == [["name", "forms", "score", "status"]] * 2
    people = [(person["name"], person["status"]) for person in first["people"]]
    assert people == [("Zoë O’Leary-Fenwick", "listed"), ("Girl A", "held back")]
    assert first["credits"] == ["Bo Lund"]
    assert first["residue"] == [{"line": 5, "kind": "credit"}]


def test_json_lines_in_json_lines_out(root: Path) -> None:
    given = '{"id": "x", "text": "Ada Fenwick said yes.", "people": ["Ada Fenwick"]}\n{"id": 2, "text": ""}\n'
    (first, second) = rows(describe_apart(root, "--format", "jsonl", "--stdin-jsonl", given=given.encode()))
    assert list(first) == list(second) == ["id", *KEYS]
    assert (first["id"], second["id"]) == ("x", 2)
    assert [person["name"] for person in first["people"]] == ["Ada Fenwick"]


def test_a_line_that_is_no_json_is_named(root: Path) -> None:
    done = describe(root, "--stdin-jsonl", given=b'{"id": "x", "text": "Fine."}\n{"id": "y",\n')
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("standard input:2:")
    assert "hint: " in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("arguments", [(), ("nothing-there.txt",), ("--stdin-jsonl", "-")])
def test_wrong_usage_ends_with_2(root: Path, arguments: tuple[str, ...]) -> None:
    assert describe(root, *arguments).status == 2


def test_for_reading_without_colours(root: Path) -> None:
    done = describe_apart(root, "-", given=(root / "seeds/pier.txt").read_bytes())
    shown = done.out
    assert (done.status, done.err) == (0, "")
    assert "[Zoë O’Leary-Fenwick], the harbour master" in shown
    assert "[?Girl A?] was there too" in shown
    assert "The {harbour board} met" in shown
    assert "\n5 credit" in shown
    assert "\x1b" not in shown, "no colours where there is no terminal"


def test_without_any_registers(tmp_path: Path) -> None:
    (found,) = rows(describe(tmp_path, "--format", "jsonl", "-", given=b"The harbour board met. Ada Fenwick said so."))
    assert (found["file"], found["topics"], found["source"]["name"]) == ("-", [], None)
    assert [person["name"] for person in found["people"]] == ["Ada Fenwick"]


def test_the_same_bytes_on_every_run(root: Path) -> None:
    pier = str(root / "seeds/pier.txt")
    outputs = {describe_apart(root, "--format", "jsonl", pier, PYTHONHASHSEED=seed).out for seed in ("0", "1")}
    assert len(outputs) == 1
    assert outputs != {""}


def test_decomposed_letters_give_the_same(root: Path) -> None:
    pier = root / "seeds/pier.txt"
    composed = rows(describe(root, "--format", "jsonl", "-", given=pier.read_bytes()))
    parted = unicodedata.normalize("NFD", pier.read_text("utf-8"))
    assert parted != pier.read_text("utf-8")
    assert rows(describe(root, "--format", "jsonl", "-", given=parted.encode())) == composed


def test_who_has_read_enough_is_not_shown_a_traceback(root: Path) -> None:
    command = [sys.executable, "-m", "build_site", "describe", "--root", str(root), str(root / "seeds/pier.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""


def test_proposals_change_nothing(root: Path) -> None:
    (root / "seeds/quay.txt").write_text("Martin Elwood said that the quay was dry. It rained.\n", "utf-8")
    (root / "seeds/mole.txt").write_text("Martin Elwood said that the mole was wet. It rained.\n", "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = describe(root, "--suggest")
    assert done.status == 0
    assert "  # in 2 texts: mole, quay\n  martin-elwood: {name: Martin Elwood}\n" in done.out
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_a_thousand_texts_in_one_run(root: Path) -> None:
    texts = [(one.id, one.text) for one in articles(1100, 3) if one.text][:1000]
    given = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts)
    found = rows(describe_apart(root, "--stdin-jsonl", given=given.encode()))
    assert [one["id"] for one in found] == [name for name, _ in texts]
