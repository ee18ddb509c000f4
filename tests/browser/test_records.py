"""The site of the two records in a browser: searched, followed, looked at in both editions."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.archive import PROJECT, build_site, make_archive

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.conftest import Serve

pytestmark = pytest.mark.browser

TELEGRAPH, MAIL = "articles/000_5cb935b8835824dc/", "articles/003_0fb0192a75d2d507/"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    root = make_archive(tmp_path_factory.mktemp("records"), {})
    for path in [*(PROJECT / "seeds").glob("0*.yml"), *(PROJECT / "seeds" / "registers").glob("*.yml")]:
        target = root / path.relative_to(PROJECT)
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)
    run = build_site(root)
    assert run.status == 0, run.err
    return serve(root / "site", "archive")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("visas", {TELEGRAPH}),
        ("think tank", {MAIL}),
        ("Deportation and removal", {TELEGRAPH}),
        ("Freedom of information", {MAIL}),
        ("Sanghera", {MAIL}),
        ("Keir Starmer", {TELEGRAPH, MAIL}),
    ],
)
def test_a_word_of_a_summary_a_topic_and_a_name_find_the_article(
    page: Page, address: str, words: str, found: set[str]
) -> None:
    page.goto(f"{address}search/?q={words}")
    hits = page.locator("main li a[href*='articles/']")
    hits.first.wait_for()
    links = {str(link.get_attribute("href")) for link in hits.all()}
    assert {f"articles/{link.partition('articles/')[2].partition('?')[0]}" for link in links} == found


def test_from_home_to_an_article_to_its_source(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Home Office refuses to publish groomer deportations data").first.click()
    page.wait_for_url(f"**/{TELEGRAPH}")
    assert (
        page.get_by_role("heading", level=1).inner_text() == "Home Office refuses to publish groomer deportations data"
    )
    page.get_by_role("link", name="The Telegraph").first.click()
    page.wait_for_url("**/sources/the-telegraph/")
