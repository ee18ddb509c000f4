"""The front matter of a generated page means the same to every reader of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import frontmatter
import pytest
import yaml
from mkdocs.utils.meta import get_data

from tests.archive import PROJECT, make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

READ: list[dict[str, str]] = yaml.safe_load((PROJECT / "tests/fixtures/awkward_titles.yml").read_text("utf-8"))

INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ufeff]")
TITLES = [item for item in READ if not INVISIBLE.search(item["title"])]
REFUSED = [item for item in READ if INVISIBLE.search(item["title"])]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive whose articles have the awkward titles, in the order of the fixture."""
    files = {
        f"seeds/title-{number:02d}.yml": yaml.safe_dump({"title": item["title"]}, allow_unicode=True)
        for number, item in enumerate(TITLES)
    }
    root = make_archive(tmp_path_factory.mktemp("titles"), files)
    run = run_inside(root, "--pages-only")
    assert run.status == 0, run.err
    return root


def test_there_are_enough_titles() -> None:
    assert len(TITLES) >= 35


@pytest.mark.parametrize("number", range(len(TITLES)))
def test_title(pages: Path, number: int) -> None:
    text = (pages / f"docs/articles/title-{number:02d}.md").read_text("utf-8")
    by_frontmatter: dict[str, Any] = frontmatter.loads(text).metadata
    body, by_mkdocs = get_data(text)
    assert by_frontmatter == by_mkdocs
    assert by_mkdocs["title"] == TITLES[number].get("plain", TITLES[number]["title"])
    assert "\n# " in body


def test_titles_with_characters_that_show_nothing_are_refused(tmp_path: Path) -> None:
    files = {
        f"seeds/title-{number:02d}.yml": yaml.safe_dump({"title": item["title"], "rights": "CC0-1.0"})
        for number, item in enumerate(REFUSED)
    }
    run = run_inside(make_archive(tmp_path, files), "check")
    assert run.status == 1
    said = [line for line in run.err.splitlines() if line.startswith("seeds/title-")]
    assert len(said) == len(REFUSED) > 3
    assert all("which shows nothing" in line for line in said)
