"""An article on paper: what it says, where it stood and how to cite it, and nothing that only a screen can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reader_archive import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ONLY_ON_A_SCREEN = (
    "nav, button, input, form, [data-search-header], .facts, .onward, .described, .letters, .pager, .foot"
)


def printed(page: Page, address: str) -> str:
    page.goto(address)
    page.emulate_media(media="print")
    return page.locator("body").inner_text()


def shown(page: Page, selector: str) -> list[str]:
    """Give the tags of the elements that take room."""
    seen = "one.getClientRects().length && one.checkVisibility()"
    found: list[str] = page.locator(selector).evaluate_all(
        f"all => all.filter(one => {seen}).map(one => one.outerHTML.slice(0, 90))"
    )
    return found


def test_an_article_is_printed_with_its_citation_and_its_address(reader: str, page: Page) -> None:
    text = printed(page, reader + KINDS["article"])
    for part in (
        "Harbour dredging to start in May",
        "The Northport Courier",
        "2 April 2031",
        "By Eve Rowe",
        "https://archive.example/articles/harbour/",
        "Correction, 2 May 2031",
        "Outcome: ",
    ):
        assert part in text, part
    paragraphs = page.locator(".text > p").all_inner_texts()
    assert paragraphs
    assert all(paragraph in text for paragraph in paragraphs)
    assert page.locator(".cite").is_visible()


@pytest.mark.parametrize(
    "kind",
    ["article", *(pytest.param(kind, marks=pytest.mark.slow) for kind in ("summary only", "Arabic", "topic", "year"))],
)
def test_nothing_is_printed_that_only_a_screen_can_use(reader: str, page: Page, kind: str) -> None:
    printed(page, reader + KINDS[kind])
    assert shown(page, ONLY_ON_A_SCREEN) == []
    page.emulate_media(media="screen")
    assert shown(page, ONLY_ON_A_SCREEN) != [], "the same look finds them on a screen"


def test_paper_is_white_and_ink_is_dark_whatever_the_scheme(reader: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    printed(page, reader + KINDS["article"])
    ink = "getComputedStyle(document.querySelector('.text p')).color"
    paper = "getComputedStyle(document.body).backgroundColor"
    assert light(page.evaluate(paper))
    assert not light(page.evaluate(ink))


def light(colour: str) -> bool:
    """Tell whether a computed colour (`rgb(…)`) is nearer to white than to black; no colour at all is white paper."""
    numbers = [float(part) for part in colour.partition("(")[2].rstrip(")").split(",")]
    if len(numbers) > 3 and numbers[3] == 0:
        return True
    return sum(numbers[:3]) > 3 * 128
