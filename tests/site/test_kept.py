"""An archive in which nothing changed is not read again; whatever changed is found."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from build_site.site.kept import PATH
from tests.archive import make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVE = """--- seeds/pier.yml
title: Pier
rights: CC0-1.0
--- seeds/quay.txt
Quay to be mended

The quay at Northport is to be mended in May, the harbour board said on Tuesday.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # Between two runs no day begins, which would be a change.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    root = make_archive(tmp_path, ARCHIVE)
    run_inside(root, "--pages-only")
    return root


def made_pages(root: Path, *options: str) -> bool:
    run = run_inside(root, "--pages-only", "--timings", *options)
    assert run.out.startswith("2 articles, ")
    return "\npages " in run.err


def test_where_nothing_changed_no_page_is_made(root: Path) -> None:
    assert not made_pages(root)
    assert "0 written, 0 removed" in run_inside(root, "--pages-only").out


def test_clean_makes_every_page(root: Path) -> None:
    assert made_pages(root, "--clean")


def test_a_file_that_somebody_changed_is_written_again(root: Path) -> None:
    page = root / "docs/articles/pier.md"
    right = page.read_bytes()
    page.write_bytes(right.replace(b"Pier", b"Fair"))
    # The clock of a file system stands still for some milliseconds.
    os.utime(page, ns=(0, page.stat().st_mtime_ns + 10_000_000))
    assert made_pages(root)
    assert page.read_bytes() == right


def test_a_file_that_somebody_removed_is_written_again(root: Path) -> None:
    (root / "docs/articles/pier.md").unlink()
    assert "1 written" in run_inside(root, "--pages-only").out


@pytest.mark.parametrize(
    "path",
    [
        "seeds/quay.txt",
        *(
            pytest.param(path, marks=pytest.mark.slow)
            for path in ("seeds/pier.yml", "mkdocs.yml", "seeds/registers/people.yml")
        ),
    ],
)
def test_a_changed_input_is_found(root: Path, path: str) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    with (root / path).open("a") as file:
        file.write("\n# A word more\n")
    assert made_pages(root)


def test_another_edition_is_another_matter(root: Path) -> None:
    assert made_pages(root, "--edition", "public")


@pytest.mark.slow
@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"made_from": 1}', b"\xff"])
def test_a_damaged_note_counts_as_none(root: Path, note: bytes) -> None:
    (root / PATH).write_bytes(note)
    assert made_pages(root)
    assert not made_pages(root)


def test_a_note_of_another_program_counts_as_none(root: Path) -> None:
    note = json.loads((root / PATH).read_text("utf-8"))
    (root / PATH).write_text(json.dumps(note | {"made_from": "0" * 64}))
    assert made_pages(root)


def test_a_run_that_had_something_to_report_reports_it_again(root: Path) -> None:
    (root / "seeds/quay.txt").write_text("Quay to be mended\n\nIt is said that Ρaul Quill\u00ad mended it.\n")
    first = run_inside(root, "--pages-only")
    assert first.err
    assert run_inside(root, "--pages-only").err == first.err
