"""The accelerator makes the same site as MkDocs alone: every file, every word of the log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_site import accelerator
from build_site.accelerator import proven
from tests.archive import make_archive
from tests.corpus.archive import write_corpus
from tests.inside import run_inside
from tests.site.mkdocs_builds import build, differences

if TYPE_CHECKING:
    from collections.abc import Callable

DEFEATING = Path(__file__).parents[1] / "fixtures" / "defeating.txt"


def pages_of(folder: Path, count: int) -> Path:
    write_corpus(folder, count)
    assert run_inside(folder, "build", "--pages-only").status == 0
    return folder


def defeating(folder: Path) -> Path:
    """A site made to defeat every shortcut; see the file."""
    return make_archive(folder, DEFEATING.read_text("utf-8"))


def edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def compare(root: Path, *, strict: bool = False) -> list[str]:
    stock = build(root, "stock", accelerated=False, strict=strict)
    ours = build(root, "ours", accelerated=True, strict=strict)
    assert stock.files, "the stock build made nothing"
    assert stock.aborted == ours.aborted
    return differences(stock, ours)


def test_forty_articles_come_out_the_same(tmp_path: Path) -> None:
    root = pages_of(tmp_path, 40)
    edit(root / "mkdocs.yml", lambda text: text.replace('!ENV [SITE_URL, ""]', "https://archive.example.org/a/"))
    assert compare(root, strict=True) == []


@pytest.mark.slow
def test_three_hundred_articles_come_out_the_same(tmp_path: Path) -> None:
    assert compare(pages_of(tmp_path, 300), strict=True) == []


@pytest.mark.parametrize("directories", ["true", "false"])
def test_a_site_that_defeats_the_shortcuts_comes_out_the_same(tmp_path: Path, directories: str) -> None:
    root = defeating(tmp_path)
    edit(root / "mkdocs.yml", lambda text: text + f"use_directory_urls: {directories}\n")
    assert compare(root) == []


def test_warnings_stop_a_strict_build_as_they_do_in_mkdocs(tmp_path: Path) -> None:
    root = defeating(tmp_path)
    stock = build(root, "stock", accelerated=False, strict=True)
    ours = build(root, "ours", accelerated=True, strict=True)
    assert stock.aborted
    assert ours.aborted
    assert any("is not found among documentation files" in words for words in ours.said)
    assert differences(stock, ours) == []


def test_a_version_that_was_not_proven_is_left_to_mkdocs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = defeating(tmp_path)
    monkeypatch.setattr(accelerator, "installed", lambda: {**proven.installed(), "mkdocs": "1.6.99"})
    stock, ours = build(root, "stock", accelerated=False), build(root, "ours", accelerated=True)
    told = "INFO The accelerator steps aside: it was not proven with mkdocs 1.6.99"
    assert [words for words in ours.said if words not in stock.said] == [told]
    assert stock.files == ours.files


def test_a_hook_that_sees_each_page_is_left_to_mkdocs(tmp_path: Path) -> None:
    root = defeating(tmp_path)
    (root / "shout.py").write_text("def on_page_content(html, **_):\n    return html.upper()\n")
    edit(root / "mkdocs.yml", lambda text: text.replace("hooks:\n", "hooks:\n  - shout.py\n"))
    stock, ours = build(root, "stock", accelerated=False), build(root, "ours", accelerated=True)
    assert stock.files == ours.files
    assert "INFO The accelerator steps aside: shout.py listens to each page (page_content)" in ours.said
