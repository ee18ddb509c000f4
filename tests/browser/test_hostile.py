"""Hostile seeds in a browser: no script runs, nothing is loaded from outside, the policy has nothing to stop."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.archive import build_site, make_archive
from tests.hostile.published import ALL, archive
from tests.hostile.rendering import letters
from tests.hostile.test_published import expected

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage
    from tests.conftest import Serve

pytestmark = [pytest.mark.slow, pytest.mark.browser]

_WATCH = """
  window.violations = []
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
  })
"""

# All at once: some hundred pages are opened, and each question is a way to the browser and back.
_SEEN = """() => ({
  words: document.querySelector("main").textContent,
  title: document.title,
  violations: window.violations,
  policies: document.querySelectorAll("meta[http-equiv='Content-Security-Policy']").length,
  drawers: document.querySelectorAll("#__drawer").length,
})"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows."""

    words: str
    title: str
    violations: list[str]
    """What the policy stopped."""
    policies: int
    drawers: int


FROM = pytest.mark.parametrize("from_disk", [False, True], ids=["http", "file"])
SERVED_ONLY = ("404.html", "search/index.html")
"""Pages that a folder cannot show whole: one names its files from the root, and the index is for the web. The search of
a copy to keep is in test_offline_folder.py."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_archive(tmp_path_factory.mktemp("hostile"), archive())
    run = build_site(root)
    assert run.status == 0, run.err[-3000:]
    return root / "site"


def look_at(page: Page, address: str, path: str) -> Seen:
    """Open a page of the site and give what it shows; whatever the policy had to stop fails the test."""
    page.goto(address + path)
    seen = Seen(**page.evaluate(_SEEN))
    assert seen.violations == [], path
    assert seen.policies == 1, path
    return seen


@FROM
def test_every_page_shows_its_words_and_does_nothing(
    site: Path, serve: Serve, open_page: OpenPage, *, from_disk: bool
) -> None:
    page = open_page()
    page.add_init_script(_WATCH)
    address = f"{site.as_uri()}/" if from_disk else serve(site)
    for article in ALL:
        seen = look_at(page, address, f"articles/{article.id}/index.html")
        assert letters(expected(article)) in letters(seen.words), article.id
        assert letters(article.title) in letters(seen.title), article.id
        assert seen.drawers <= 1, article.id


@FROM
def test_every_other_page_does_nothing_either(
    site: Path, serve: Serve, open_page: OpenPage, *, from_disk: bool
) -> None:
    page = open_page()
    page.add_init_script(_WATCH)
    address = f"{site.as_uri()}/" if from_disk else serve(site)
    others = [
        path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")) if path.parts[-3] != "articles"
    ]
    assert len(others) > 20
    for path in others if not from_disk else [path for path in others if path not in SERVED_ONLY]:
        look_at(page, address, path)


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "document.domain", '"><script>alert(1)</script>'])
def test_search_shows_what_was_typed_and_found_as_text(
    site: Path, serve: Serve, open_page: OpenPage, words: str
) -> None:
    page = open_page()
    page.add_init_script(_WATCH)
    page.goto(serve(site) + "search/")
    page.fill("#pa-words", words)
    page.keyboard.press("Enter")
    expect(page.locator(".pa-page__count")).to_have_text(re.compile(r"^\d+ articles?$"))
    assert page.evaluate("window.violations") == []
    assert page.locator("[data-search-list] script, [data-search-list] img").count() == 0
