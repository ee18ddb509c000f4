"""`build-site check` as a person, GitHub and another program read it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from build_site.contribute.report import as_annotations
from build_site.problem import Position, Problem, Severity
from tests.archive import make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVE = """--- seeds/pier.yml
titel: Pier to reopen
--- seeds/quay.yml
title: Quay to close
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "an archive", ARCHIVE)


def test_a_person_gets_words_and_a_status(root: Path) -> None:
    run = run_inside(root, "check")
    assert run.status == 1
    assert run.out.splitlines() == [
        "2 articles: 2 errors and 1 notice",
        "Next: follow the hints above, then run build-site check again",
    ]
    assert "seeds/pier.yml:1:1: titel: no such field" in run.err


def test_notices_alone_do_not_fail(root: Path) -> None:
    (root / "seeds/pier.yml").unlink()
    run = run_inside(root, "check")
    assert run.status == 0
    assert run.out.splitlines()[0] == "1 article: 1 notice"
    assert run.err.startswith("seeds/quay.yml: notice: rights: the field is missing")


def test_github_gets_annotations_on_lines(root: Path) -> None:
    run = run_inside(root, "check", "--format", "github")
    assert (run.status, run.err) == (1, "")
    lines = run.out.splitlines()
    assert '::error file=seeds/pier.yml,line=1,col=1::titel: no such field%0Ahint: did you mean "title"?' in lines
    assert lines[-1] == "2 articles: 2 errors and 1 notice"
    assert all(re.match(r"::(?:error|notice) file=seeds/\w+\.yml(?:,line=\d+,col=\d+)?::", line) for line in lines[:-1])


def test_nothing_in_a_seed_can_write_a_command_of_its_own() -> None:
    item = Problem(Position("seeds/a,b:c.yml", 1), "x\n::error::y 100%", "z", severity=Severity.NOTICE)
    assert as_annotations([item]) == "::notice file=seeds/a%2Cb%3Ac.yml,line=1::x%0A::error::y 100%25%0Ahint: z\n"


def test_a_program_gets_json(root: Path) -> None:
    run = run_inside(root, "check", "--format", "json")
    assert run.status == 1
    said = json.loads(run.out)
    assert said["articles"] == 2
    assert [(item["severity"], item["path"], item["line"]) for item in said["problems"]] == [
        ("error", "seeds/pier.yml", None),
        ("error", "seeds/pier.yml", 1),
        ("notice", "seeds/quay.yml", None),
    ]
    assert all(item["message"] and item["hint"] for item in said["problems"])


def test_fix_mends_records_and_shows_it_and_touches_no_text(root: Path) -> None:
    texts = {
        "seeds/pier.yml": "titel: Pier to reopen \npublished: 2 April 2031\nrights: CC0-1.0\n",
        "seeds/pier.txt": "The pier opens on 2 April 2031. \r\n\r\n",
        "seeds/park.md": "---\ntitle: Park opens \npublished: 2031-04-02\nrights: CC0-1.0\n---\nIt opens. \n",
        "seeds/registers/topics.yml": "topics: {} \n",
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(text.encode())
    run = run_inside(root, "check", "--fix")
    assert run.status == 0
    assert (
        "-titel: Pier to reopen \n-published: 2 April 2031\n+title: Pier to reopen\n+published: 2031-04-02\n" in run.err
    )
    assert (root / "seeds/pier.yml").read_bytes() == b"title: Pier to reopen\npublished: 2031-04-02\nrights: CC0-1.0\n"
    assert (root / "seeds/registers/topics.yml").read_bytes() == b"topics: {}\n"
    assert {path: (root / path).read_bytes().decode() for path in ("seeds/pier.txt", "seeds/park.md")} == {
        path: texts[path] for path in ("seeds/pier.txt", "seeds/park.md")
    }
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert "+++" not in run_inside(root, "check", "--fix").err
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
