"""The front matter of a generated page means the same to every reader of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import frontmatter
import pytest
import yaml
from mkdocs.utils.meta import get_data

from tests.archive import PROJECT, build_site, make_archive

if TYPE_CHECKING:
    from pathlib import Path

TITLES: list[dict[str, str]] = yaml.safe_load((PROJECT / "tests/fixtures/awkward_titles.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive whose articles have the awkward titles, in the order of the fixture."""
    files = {
        f"seeds/title-{number:02d}.yml": yaml.safe_dump({"title": item["title"]}, allow_unicode=True)
        for number, item in enumerate(TITLES)
    }
    root = make_archive(tmp_path_factory.mktemp("titles"), files)
    run = build_site(root, "--pages-only")
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
    assert body.startswith("# ")
