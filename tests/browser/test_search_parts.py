"""An index in parts answers as one index does."""

from __future__ import annotations

import gzip
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.search.index import index_site
from tests.search_archive import make_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Recorded
    from tests.conftest import Serve

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SIZE = 8
ASKED = (
    "?q=ferry&sort=newest",
    "?q=ferry&sort=newest&page=2",
    "?q=ferry&sort=oldest",
    "?topic=Ports+%26+shipping",
    "?topic=Ports+%26+shipping&sort=oldest&page=2",
    "?q=ferry&year=2022",
    "?q=ferry&from=2021-03-06&to=2022-03-12&sort=newest",
    "?q=ada+fenwick&sort=newest",
    "?q=zoe+muller&sort=newest",
    "?q=ferry+bakery",
    "?q=ferry+qqqq",
    '?q="skerry+island"&sort=newest',
)
"""What is asked of both; in these orders the place of every result is fixed."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Make the same site with one index and with four."""
    whole = make_site(tmp_path_factory.mktemp("parts"))
    split = whole.with_name("split")
    shutil.copytree(whole, split)
    catalog = pipeline.choose(pipeline.load(whole.parent), Edition.FULL, today())
    index = index_site(whole.parent, catalog, SIZE)
    assert index.parts == 4
    shutil.rmtree(split / "search" / "index")
    for path, data in index.placed.items():
        (split / path).parent.mkdir(parents=True, exist_ok=True)
        (split / path).write_bytes(data)
    return whole, split


def answer(page: Page, address: str) -> tuple[str, list[str], list[str]]:
    """Give the count, the titles and the facets with their numbers."""
    page.goto(address)
    expect(page.locator(".pa-page__count")).not_to_be_empty()
    facets = page.locator(".pa-facet li").all_inner_texts()
    return page.inner_text(".pa-page__count"), page.locator(".pa-page__list h2").all_inner_texts(), facets


@pytest.mark.parametrize("asked", ASKED)
def test_four_indexes_answer_as_one(sites: tuple[Path, Path], serve: Serve, page: Page, asked: str) -> None:
    whole, split = (answer(page, f"{serve(site)}search/{asked}") for site in sites)
    assert whole[0].endswith(("article", "articles"))
    assert split == whole


def test_the_program_is_loaded_once(sites: tuple[Path, Path], serve: Serve, page: Page, recorded: Recorded) -> None:
    answer(page, f"{serve(sites[1])}search/?q=ferry")
    names = [url.partition("/search/index/")[2] for url in recorded.requests]
    assert [name for name in names if name and "/" not in name] == ["engine.js", "wasm.pagefind", "entries.json"]
    assert len([name for name in names if ".pf_meta" in name]) == 4


def test_where_the_program_does_not_start_the_page_says_so(
    sites: tuple[Path, Path], serve: Serve, page: Page, recorded: Recorded
) -> None:
    recorded.expected.append("Failed to load the Pagefind WASM")
    page.route("**/wasm.pagefind", lambda route: route.fulfill(body=gzip.compress(b"pagefind_dcd no program")))
    page.goto(f"{serve(sites[1])}search/?q=ferry")
    expect(page.locator(".pa-page__count")).to_contain_text("could not be read completely")
