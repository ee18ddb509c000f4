"""One report in two papers: both pages say so, as far as an edition shows the texts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.catalog.carried import Carried
from build_site.page.make import make_pages
from build_site.web import Settings
from tests.archive import make_archive
from tests.reader_archive import ARTICLES, HARBOUR, REGISTERS

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.catalog.model import Catalog

_BEFORE, _TITLE, _AFTER = ARTICLES.partition("title: Six weeks of dredging\n")
PRIVATE = _BEFORE + _TITLE + _AFTER.replace("access: full", "access: summary", 1)
"""The same, but the second paper's text may not be published."""


def catalog(folder: Path, files: str, edition: Edition = Edition.FULL) -> Catalog:
    root = make_archive(folder, REGISTERS + files)
    return pipeline.choose(pipeline.load(root), edition, dt.date(2033, 1, 1))


def pairs(found: Catalog) -> dict[str, list[str]]:
    carried = Carried(found)
    alike = {article.id: [other.article.id for other in carried.of(article)] for article in found.articles}
    return {article_id: others for article_id, others in alike.items() if others}


def below(found: Catalog, article_id: str) -> str:
    pages = {page.path: page.body for page in make_pages(found, Settings())}
    return pages[f"articles/{article_id}.md"].split("<!-- part -->")[4]


def test_both_pages_say_so_with_how_much(tmp_path: Path) -> None:
    found = catalog(tmp_path, ARTICLES)
    assert pairs(found) == {"harbour": ["harbour-packet"], "harbour-packet": ["harbour"]}
    said = below(found, "harbour-packet")
    also, _, related = said.partition("## Related articles")
    assert "## Also carried by\n\n- [Harbour dredging to start in May](harbour.md)" in also
    assert "Has 97% of the wording of this text" in also
    assert "(harbour.md)" not in related.partition("## Before and after")[0]
    assert "- [Six weeks of dredging](harbour-packet.md)" in below(found, "harbour")


def test_a_text_that_the_edition_does_not_show_is_not_compared(tmp_path: Path) -> None:
    assert pairs(catalog(tmp_path, PRIVATE)) != {}
    assert pairs(catalog(tmp_path, PRIVATE, Edition.PUBLIC)) == {}


@pytest.mark.parametrize(("words", "alike"), [(60, False), (100, True)])
def test_a_part_that_is_shared_is_not_enough(tmp_path: Path, words: int, alike: bool) -> None:  # noqa: FBT001 - a table's column
    kept = " ".join(HARBOUR.split()[:words])
    other = " ".join(f"word{number}" for number in range(120 - words))
    texts = {"a": HARBOUR, "b": f"{kept} {other}"}
    files = "".join(f"--- seeds/{n}.txt\n{text}\n--- seeds/{n}.yml\ntitle: {n}\n" for n, text in texts.items())
    assert bool(pairs(catalog(tmp_path, files))) is alike


def test_many_copies_are_counted(tmp_path: Path) -> None:
    files = "".join(f"--- seeds/a{n:02}.txt\n{HARBOUR}\n--- seeds/a{n:02}.yml\ntitle: Copy {n}\n" for n in range(14))
    said = below(catalog(tmp_path, files), "a00").partition("## Related articles")[0]
    assert said.count("](a") == 10
    assert "- 3 more articles" in said
