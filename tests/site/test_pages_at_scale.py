"""What a larger archive's pages keep to: few clicks, short lists, light pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from build_site.page.address import PER_PAGE
from tests.archive import build_site
from tests.corpus.archive import write_corpus
from tests.links import clicks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

LISTS = ("topics", "people", "sources", "dates")
_ENTRY = re.compile(r"(?m)^- ")
_ARTICLE = re.compile(r"(?m)^- .*\]\((?:\.\./)+articles/([^)]+)\.md\)")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("demonstration")
    write_corpus(root, 300)
    run = build_site(root)
    assert run.status == 0, run.err
    return root


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("large")
    write_corpus(root, 5000)
    run = build_site(root, "--pages-only")
    assert run.status == 0, run.err
    return root


def shown(root: Path) -> set[str]:
    """Ids of the articles that are neither withdrawn nor another's former address."""
    pages = (root / "docs" / "articles").glob("*.md")
    return {path.stem for path in pages if re.search(r"(?m)^access: (full|summary)$", path.read_text("utf-8"))}


def lists(root: Path, kinds: tuple[str, ...] = LISTS) -> Iterator[tuple[str, str]]:
    """Yield each page of a list, by its path, with the list itself."""
    for kind in kinds:
        for path in sorted((root / "docs" / kind).rglob("*.md")):
            yield path.relative_to(root).as_posix(), path.read_text("utf-8").rpartition("<!-- part -->")[2]


def check_lists(root: Path, number: int) -> None:
    assert len(shown(root)) == number
    long = {name: len(_ENTRY.findall(rows)) for name, rows in lists(root) if len(_ENTRY.findall(rows)) > PER_PAGE}
    assert long == {}
    assert any("/page-2.md" in name for name, _ in lists(root)), "there are lists of several pages"
    listed = Counter(found for _, rows in lists(root, ("dates",)) for found in _ARTICLE.findall(rows))
    assert set(listed) == shown(root), "the dates list every article"
    assert set(listed.values()) == {1}, "and each once"


def test_every_article_is_four_clicks_away_without_javascript(demonstration: Path) -> None:
    found = clicks(demonstration / "site")
    far = {name: found.get(f"articles/{name}/index.html") for name in shown(demonstration)}
    assert [name for name, number in far.items() if number is None or number > 4] == []


def test_lists_are_whole_and_short(demonstration: Path) -> None:
    check_lists(demonstration, 300)


def test_lists_are_whole_and_short_in_a_large_archive(large: Path) -> None:
    check_lists(large, 5000)


def test_a_page_does_not_grow_with_its_archive(demonstration: Path, large: Path) -> None:
    few, many = ({name: size(root, name) for name in shown(demonstration)} for root in (demonstration, large))
    # More relations are found in the larger archive; the number that is shown has a limit.
    assert max(many[name] - few[name] for name in few) < 3 * 1024


def size(root: Path, name: str) -> int:
    return (root / "docs" / "articles" / f"{name}.md").stat().st_size
