"""Every kind of page, for everybody: what axe-core finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.opening import open_whole
from tests.reader_archive import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

NARROW = {"width": 360, "height": 740}
FAST = ("article", "topic")


def found_on(page: Page, address: str, schemes: tuple[str, ...] = ("light", "dark")) -> list[str]:
    """Look at a page with everything open that opens; colours that still change say nothing.

    The page's script follows the scheme a while after the browser is told of it.
    """
    open_whole(page, address)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        shown = "slate" if scheme == "dark" else "default"
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
        found += [f"{scheme}: {item}" for item in violations(page)]
    return found


@pytest.mark.parametrize("kind", FAST)
def test_axe_finds_nothing(reader: str, open_page: OpenPage, kind: str) -> None:
    assert found_on(open_page(reduced_motion="reduce"), reader + KINDS[kind]) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_page(reader: str, open_page: OpenPage, kind: str) -> None:
    assert found_on(open_page(reduced_motion="reduce"), reader + KINDS[kind]) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_telephone(reader: str, open_page: OpenPage, kind: str) -> None:
    assert found_on(open_page(viewport=NARROW, reduced_motion="reduce"), reader + KINDS[kind], ("light",)) == []


@pytest.mark.slow
def test_axe_finds_nothing_at_a_former_address(reader: str, open_page: OpenPage) -> None:
    page = open_page(reduced_motion="reduce")

    def stay(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, body=reply.text().replace('http-equiv="refresh"', 'name="refresh"'))

    page.route("**/articles/harbour-old/", stay)
    assert found_on(page, f"{reader}articles/harbour-old/") == []
    assert page.get_by_role("heading", name="This article has moved").is_visible()


def test_without_javascript_the_lists_lead_to_an_article(reader: str, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False, viewport=NARROW)
    page.goto(reader)
    for name in ("All dates", "2030", "November 2030", "Loaves for the lifeboat crew"):
        page.locator("main").get_by_role("link", name=name, exact=True).click()
    page.wait_for_url(f"{reader}articles/loaves/")
    assert page.get_by_text("The ovens were lit before dawn").is_visible()
