"""`build-site add`, as somebody runs it who has only a text. Everything in the text is invented."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.archive import make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Harbour dredging to start in May

By Cy Oddy

The harbour board of Northport said on Tuesday that dredging of the outer basin would begin in May, after the ferries
have moved to the summer quay. “We waited long enough”, said Ada Fenwick, the harbour master. Ms Fenwick thanked all.

The engineer Bo Marlow said that the container port would stay open. Mr Marlow expects six weeks of work in the harbour.
"""
ARCHIVE = """--- seeds/registers/topics.yml
topics:
  ports: {label: Ports and shipping, words: {5: [dredging, harbour*, container port*]}}
--- seeds/registers/people.yml
people:
  ada-fenwick: {name: Ada Fenwick}
--- seeds/pier.yml
title: Pier to reopen
rights: CC0-1.0
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    return make_archive(tmp_path / "an archive", ARCHIVE)


def test_text_record_and_gitignore_are_written(root: Path) -> None:
    run = run_inside(root, "add", str(root.parent / "article.txt"))
    assert (run.status, run.err) == (0, "")
    assert (root / "seeds/harbour-dredging-start-may.txt").read_bytes() == TEXT.encode()
    assert (root / ".gitignore").read_text("utf-8") == "/seeds/harbour-dredging-start-may.txt\n"
    record = (root / "seeds/harbour-dredging-start-may.yml").read_text("utf-8")
    values = yaml.safe_load(record)
    assert values["title"] == "Harbour dredging to start in May"
    assert values["byline"] == ["Cy Oddy"]
    assert values["topics"] == ["ports"]
    assert values["people"] == ["Ada Fenwick", "Bo Marlow"]
    assert values["access"] == "summary"
    assert "reviewed" not in values
    assert "rights" not in values
    assert run.out.splitlines() == [
        "seeds/harbour-dredging-start-may.txt: the text as received",
        "seeds/harbour-dredging-start-may.yml: its record, with suggestions to review",
        ".gitignore: git leaves the text alone until its record says `access: full` and you remove the line",
        "people: 1 name not in seeds/registers/people.yml; the record says which",
        "Next: open each new file in seeds/, settle its TODO lines, then run: build-site check",
    ]


def test_evidence_is_lines_never_words(root: Path) -> None:
    run_inside(root, "add", str(root.parent / "article.txt"))
    record = (root / "seeds/harbour-dredging-start-may.yml").read_text("utf-8")
    assert "  - Ada Fenwick  # line 6\n" in record
    assert "  - Bo Marlow  # line 8; not in the register\n" in record
    comments = " ".join(re.findall("#.*", record))
    shared = set(re.findall(r"\w{6,}", TEXT.casefold())) & set(re.findall(r"\w{6,}", comments.casefold()))
    assert shared <= {"harbour", "register"}, "only the label of a topic may meet a word of the text"


def test_check_says_what_is_left_and_is_content_when_it_is_settled(root: Path) -> None:
    run_inside(root, "add", str(root.parent / "article.txt"), "--id", "dredging")
    run = run_inside(root, "check")
    assert run.status == 0
    left = re.findall(r"left to settle: (\w+|`access)", run.err)
    assert left == ["source", "url", "published", "summary", "rights", "`access", "reviewed"]
    path = root / "seeds/dredging.yml"
    record = path.read_text("utf-8").replace("# TODO: rights: ", "rights: ").replace("  (what holds?", "  # (")
    path.write_text(re.sub("(?m)^# TODO.*\n", "", record), "utf-8")
    run = run_inside(root, "check")
    assert run.status == 0
    assert run.out.startswith("2 articles: no problem found\n")


def test_nothing_is_overwritten(root: Path) -> None:
    run_inside(root, "add", str(root.parent / "article.txt"), "--id", "dredging")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for taken in ("dredging", "Dredging", "pier"):
        run = run_inside(root, "add", str(root.parent / "article.txt"), "--id", taken)
        assert run.status == 1
        assert f'the id "{taken}" is taken' in run.err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--id", "../escape"], 1, "cannot be"),
        (["--id", "the pier"], 1, '"the pier" cannot be an id'),
        (["nothing.txt"], 1, "nothing.txt: there is no such file"),
        (["letter.docx"], 1, "letter.docx: a file of another kind (.docx)"),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_is_written(
    root: Path, arguments: list[str], status: int, said: str
) -> None:
    before = sorted(root.rglob("*"))
    files = [str(root.parent / "article.txt")] if arguments[0] == "--id" else []
    run = run_inside(root, "add", *files, *arguments)
    assert run.status == status
    assert said in run.err
    assert "hint: " in run.err
    assert sorted(root.rglob("*")) == before
    assert not (root.parent / "escape.txt").exists()


def test_a_second_copy_is_pointed_out(root: Path) -> None:
    run_inside(root, "add", str(root.parent / "article.txt"), "--id", "first")
    run = run_inside(root, "add", str(root.parent / "article.txt"), "--id", "second")
    assert '100% of the shorter text also stands in "first"; is it the same article?' in run.out


def test_standard_input_and_markdown(root: Path) -> None:
    command = [sys.executable, "-m", "build_site", "add", "-", "--id", "typed", "--root", str(root)]
    subprocess.run(command, input=TEXT.encode(), check=True, capture_output=True)
    assert (root / "seeds/typed.txt").read_bytes() == TEXT.encode()
    (root.parent / "article.md").write_text(TEXT, "utf-8")
    assert run_inside(root, "add", str(root.parent / "article.md"), "--id", "marked").status == 0
    marked = (root / "seeds/marked.md").read_text("utf-8")
    assert marked.startswith("---\n# yaml-language-server: $schema=../schemas/record.schema.json\n")
    assert marked.endswith(f"---\n\n{TEXT}")
    assert run_inside(root, "check").status == 0


def test_a_text_that_brings_its_record_is_named_after_it(root: Path) -> None:
    matter = "---\ntitle: Ferry sails all winter\nsource: The Tarn Post\npublished: 2031-01-02\n---\n\n"
    (root.parent / "letter.MD").write_text(f"{matter}{TEXT}", "utf-8")
    run = run_inside(root, "add", str(root.parent / "letter.MD"))
    assert run.out.startswith("seeds/2031-01-02-tarn-post-ferry-sails-all-winter.md: the text as received\n")
    assert "people: " not in run.out


def test_an_archive_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    run = run_inside(tmp_path, "add", str(tmp_path / "article.txt"))
    assert run.status == 1
    assert "build-site init DIR" in run.err
