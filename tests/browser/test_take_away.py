"""Cite, download, follow, and old addresses, as a reader meets them: on a web server, from a folder, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.archive import build_site, make_archive

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage
    from tests.conftest import Serve

pytestmark = pytest.mark.browser

FILES = """--- seeds/registers/topics.yml
topics: {ports: {label: Ports}}
--- seeds/harbour.yml
title: Harbour dredging to start in May
source: The Northport Courier
byline: Ada Fenwick
published: 2031-04-02
language: en
topics: [ports]
rights: CC0-1.0
formerly: [dredging]
"""
APA = "Fenwick, A. (2031, April 2). Harbour dredging to start in May. The Northport Courier. Press Archive (harbour)."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_archive(tmp_path_factory.mktemp("take-away"), FILES)
    run = build_site(root)
    assert run.status == 0, run.err
    return root / "site"


def addresses(site: Path, serve: Serve) -> list[str]:
    return [serve(site), serve(site, "press"), f"{site.as_uri()}/"]


def test_a_former_address_leads_on(site: Path, serve: Serve, page: Page) -> None:
    for front in addresses(site, serve):
        page.goto(f"{front}articles/dredging/index.html", wait_until="commit")
        page.wait_for_url(f"{front}articles/harbour/index.html")
        expect(page.locator("h1")).to_have_text("Harbour dredging to start in May")


def test_a_former_address_is_no_page_of_its_own(site: Path) -> None:
    html = (site / "articles" / "dredging" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert 'href="../harbour/"' in html
    assert "dredging/" not in (site / "sitemap.xml").read_text("utf-8")


def test_a_citation_is_copied_by_keyboard(site: Path, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{serve(site)}articles/harbour/")
    button = page.get_by_role("button", name="Copy the APA citation")
    button.focus()
    page.keyboard.press("Enter")
    page.locator("[role=status]", has_text="APA citation copied").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == APA
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Copy the MLA citation"


def test_citations_are_there_without_a_script(site: Path, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{serve(site)}articles/harbour/")
    assert page.locator(".citation").first.inner_text() == APA
    assert page.locator(".citation").count() == 5
    assert page.get_by_role("button", name="Copy the").count() == 0


def test_references_and_feeds_are_offered_where_a_reader_looks(site: Path, serve: Serve, page: Page) -> None:
    front = serve(site)
    for path, names in (
        ("articles/harbour/", ("BibTeX", "RIS", "CSL-JSON")),
        ("topics/ports/", ("Atom", "JSON Feed", "BibTeX", "RIS", "CSL-JSON")),
        ("sources/the-northport-courier/", ("Atom", "JSON Feed", "BibTeX", "RIS", "CSL-JSON")),
        ("data/", ("articles.csv", "archive.sqlite", "Atom", "JSON Feed", "BibTeX")),
    ):
        page.goto(front + path)
        for name in names:
            target = page.get_by_role("link", name=name, exact=True).first.evaluate("link => link.href")
            assert page.request.get(target).ok, target
    page.goto(front)
    page.get_by_role("link", name="Data and feeds").click()
    expect(page.locator("h1")).to_have_text("Data and feeds")
