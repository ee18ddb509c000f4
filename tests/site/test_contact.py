"""Nobody publishes with the placeholder for a contact unwarned, in this archive or in a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.archive import make_archive
from tests.inside import run_here, run_inside

if TYPE_CHECKING:
    from pathlib import Path

SAID = ".github/ISSUE_TEMPLATE/config.yml:6:10: notice: the contact for removal is a placeholder"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "tarn"
    run_here("init", str(folder))
    (folder / "seeds/pier.yml").write_text("title: Pier to reopen\nrights: CC0-1.0\n", "utf-8")
    return folder


def test_a_check_of_a_new_archive_says_so(archive: Path) -> None:
    run = run_inside(archive, "check")
    assert run.status == 0
    assert SAID in run.err
    assert "mkdocs.yml: notice: extra.contact: the field is missing" in run.err


def test_so_does_a_build_of_what_is_published_and_of_nothing_else(archive: Path) -> None:
    assert SAID in run_inside(archive, "build", "--pages-only", "--edition", "public").err
    assert run_inside(archive, "build", "--pages-only").err == ""


def test_once_it_is_set_nothing_is_said(archive: Path) -> None:
    for path, before, after in (
        (".github/ISSUE_TEMPLATE/config.yml", "https://example.org/contact", "https://tarn-archive.net/contact"),
        ("mkdocs.yml", "docs_dir:", "extra: {contact: mailto:keeper@tarn-archive.net}\ndocs_dir:"),
    ):
        text = (archive / path).read_text("utf-8")
        assert before in text
        (archive / path).write_text(text.replace(before, after), "utf-8")
    assert run_inside(archive, "check").err == ""


def test_a_configuration_that_is_no_yaml_is_shown_by_its_line(tmp_path: Path) -> None:
    root = make_archive(tmp_path, {"mkdocs.yml": "site_name: Tarn\nextra: {contact: [\nnav: []\n"})
    run = run_inside(root, "check")
    assert run.status == 1
    assert run.err.startswith("mkdocs.yml:4:1: this is not a configuration: expected")
