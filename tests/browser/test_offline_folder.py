"""The offline copy as a keeper opens it: from a folder with an awkward name, with no request outside that folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import offline_archive
from tests.offline_archive import make_copy, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage, Recorded

pytestmark = [pytest.mark.slow, pytest.mark.browser]

AWKWARD = "Ärchive #1 & 100% of “it” + más"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the unpacked copy; the archive itself is gone, so that nothing can come from it."""
    root = offline_archive.make(tmp_path_factory.mktemp("archive"))
    copy = make_copy(root, "full")
    place = tmp_path_factory.mktemp("copy") / AWKWARD
    found = unpacked(copy, place)
    root.rename(root.with_name("moved away"))
    return found


@pytest.fixture
def base(folder: Path, recorded: Recorded) -> Iterator[str]:
    """Address of the copy. Whatever a test does, something is read and nothing outside the folder is asked for."""
    address = f"{folder.as_uri()}/"
    assert "%23" in address
    assert "%25" in address
    yield address
    assert len(recorded.requests) > 1
    assert [url for url in recorded.requests if not url.startswith((address, "data:"))] == []


def opened(page: Page, base: str, path: str) -> Page:
    page.goto(base + path)
    expect(page.locator("h1").first).to_be_visible()
    return page


def test_the_first_page_leads_into_the_archive(base: str, page: Page) -> None:
    opened(page, base, "index.html")
    expect(page.locator("h1")).to_have_text("Press Archive: an offline copy")
    page.get_by_role("link", name="Open the archive").click()
    expect(page).to_have_url(f"{base}data/site/index.html")
    expect(page.get_by_text("Private copy.")).to_be_visible()
    # The style sheets of the folder are applied: without them a list stands in a column.
    expect(page.locator(".sections__list").first).to_have_css("display", "flex")


def test_an_article_is_read_from_every_list(base: str, page: Page) -> None:
    for section, entry in (("Topics", "Ferries"), ("People", "Fenwick, Ada"), ("Sources", "The Northport Courier")):
        opened(page, base, "data/site/index.html")
        page.get_by_role("navigation", name="Sections").get_by_role("link", name=section, exact=True).click()
        page.locator("main").get_by_role("link", name=entry, exact=True).first.click()
        page.locator("main").get_by_role("link", name="Ferry timetable stays", exact=True).first.click()
        expect(page).to_have_url(f"{base}data/site/articles/shown.html")
        expect(page.get_by_text("zebrafish tank")).to_be_visible()
    opened(page, base, "data/site/dates/index.html")
    page.locator("main").get_by_role("link", name="2031", exact=True).first.click()
    page.locator("main").get_by_role("link", name="April 2031", exact=True).first.click()
    page.locator("main").get_by_role("link", name="Ferry timetable stays", exact=True).first.click()
    expect(page).to_have_url(f"{base}data/site/articles/shown.html")


def test_search_finds_and_a_facet_narrows(base: str, page: Page) -> None:
    opened(page, base, "data/site/search/index.html")
    page.locator("#pa-words").fill("lighthouse")
    page.locator("#pa-words").press("Enter")
    results = page.locator(".pa-page__list h2")
    expect(results).to_have_text(["Notes on a lighthouse"])
    page.locator("#pa-words").fill("")
    page.locator("#pa-words").press("Enter")
    page.locator("#pa-words").fill("the")
    page.locator("#pa-words").press("Enter")
    expect(results.nth(1)).to_be_visible()
    page.get_by_role("group", name="Narrow the results").get_by_label("Ferries", exact=False).check()
    expect(results).to_have_text(["Ferry timetable stays"])
    page.locator(".pa-page__list a").first.click()
    expect(page.locator("h1")).to_have_text("Ferry timetable stays")


def test_search_in_the_header_leads_to_the_article(base: str, page: Page) -> None:
    opened(page, base, "data/site/topics/ports.html")
    page.keyboard.press("/")
    page.keyboard.type("axolotl")
    page.get_by_role("option", name="Loaves: for the lifeboat crew").click()
    expect(page.locator("h1")).to_have_text("Loaves: for the lifeboat crew")
    assert page.url.startswith(f"{base}data/site/articles/marked.html")


def test_a_former_address_leads_on(base: str, page: Page) -> None:
    page.goto(f"{base}data/site/articles/old-ferry.html")
    page.wait_for_url(f"{base}data/site/articles/shown.html")
    expect(page.locator("h1")).to_have_text("Ferry timetable stays")


def test_dark_and_light_are_chosen_and_kept(base: str, open_page: OpenPage) -> None:
    page = opened(open_page(color_scheme="light"), base, "data/site/index.html")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    button = page.locator("[data-scheme-button]")
    seen = set()
    for _ in range(3):
        button.click()
        seen.add(page.evaluate(background))
    assert len(seen) > 1, "the button changes no colour"
    while page.evaluate(background) == light:
        button.click()
    dark = page.evaluate(background)
    page.goto(f"{base}data/site/articles/shown.html")
    assert page.evaluate(background) == dark


def test_the_system_s_dark_scheme_is_followed(base: str, open_page: OpenPage) -> None:
    backgrounds = set()
    for scheme in ("dark", "light"):
        page = opened(open_page(color_scheme=scheme), base, "data/site/index.html")
        backgrounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(backgrounds) == 2


def test_downloads_are_in_the_folder(base: str, folder: Path, page: Page) -> None:
    opened(page, base, "data/site/data/index.html")
    addresses: list[str] = page.locator("main a").evaluate_all("links => links.map((link) => link.href)")
    files = [address for address in addresses if address.endswith((".csv", ".jsonl", ".sqlite", ".json"))]
    assert len(files) > 3
    for address in files:
        assert address.startswith(base)
    assert (folder / "data/site/data/articles.csv").is_file()


def test_a_reference_is_downloaded_from_the_page_itself(base: str, page: Page) -> None:
    opened(page, base, "data/site/articles/marked.html")
    for name, file, words in (
        ("BibTeX", "marked.bib", "Loaves: for the lifeboat crew"),
        ("RIS", "marked.ris", "TY  - NEWS"),
        ("CSL-JSON", "marked.json", '"article-newspaper"'),
        ("The evidence in full", "marked.json", "press-archive-provenance/1"),
    ):
        with page.expect_download() as begun:
            page.get_by_role("link", name=name).click()
        assert begun.value.suggested_filename == file
        assert words in begun.value.path().read_text("utf-8")


def test_without_scripts_the_lists_lead_to_the_article(base: str, open_page: OpenPage) -> None:
    page = opened(open_page(java_script_enabled=False), base, "data/site/topics/ferries.html")
    page.locator("main").get_by_role("link", name="Ferry timetable stays", exact=True).first.click()
    expect(page.get_by_text("zebrafish tank")).to_be_visible()
