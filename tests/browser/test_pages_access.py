"""Every kind of page, for everybody: what axe-core finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.reader_archive import KINDS, make_reader_site

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.conftest import OpenPage
    from tests.conftest import Serve

pytestmark = pytest.mark.browser

NARROW = {"width": 360, "height": 740}
FAST = ("article", "topic", "year", "not found")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    return serve(make_reader_site(tmp_path_factory.mktemp("reader")))


def found_on(page: Page, address: str, schemes: tuple[str, ...] = ("light", "dark")) -> list[str]:
    """Look at a page with everything open that opens; colours that still change say nothing."""
    page.goto(address, wait_until="networkidle")
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{scheme}: {item}" for item in violations(page)]
    return found


@pytest.mark.parametrize("kind", FAST)
def test_axe_finds_nothing(site: str, open_page: OpenPage, kind: str) -> None:
    assert found_on(open_page(reduced_motion="reduce"), site + KINDS[kind]) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_page(site: str, open_page: OpenPage, kind: str) -> None:
    assert found_on(open_page(reduced_motion="reduce"), site + KINDS[kind]) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_telephone(site: str, open_page: OpenPage, kind: str) -> None:
    assert found_on(open_page(viewport=NARROW, reduced_motion="reduce"), site + KINDS[kind], ("light",)) == []


@pytest.mark.slow
def test_axe_finds_nothing_at_a_former_address(site: str, open_page: OpenPage) -> None:
    page = open_page(reduced_motion="reduce")

    def stay(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, body=reply.text().replace('http-equiv="refresh"', 'name="refresh"'))

    page.route("**/articles/harbour-old/", stay)
    assert found_on(page, f"{site}articles/harbour-old/") == []
    assert page.get_by_role("heading", name="This article has moved").is_visible()
