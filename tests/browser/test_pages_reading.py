"""An article, read: copied from, printed, in other scripts, and how much a first visit loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

QUOTE = (
    "“We have waited for this,” said Ada Fenwick, the harbour master. “Coasters had to wait for the tide.”"
    "\n\n“Harbour dredging to start in May”, The Northport Courier, 2 April 2031. Press Archive, "
    "https://archive.example/articles/harbour/#l5"
)


def expect_pasted(page: Page, words: str) -> None:
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    expect(page.locator("textarea")).to_have_value(words)


def copy_the_second_paragraph(page: Page) -> None:
    button = page.get_by_role("button", name="Copy paragraph 2 with its citation")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Paragraph and citation copied")).to_be_visible()
    expect(button).to_be_focused()


def test_a_paragraph_is_copied_with_its_citation(reader: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{reader}articles/harbour/")
    copy_the_second_paragraph(page)
    expect_pasted(page, QUOTE)


def test_a_paragraph_is_copied_from_a_folder(reader_site: Path, page: Page) -> None:
    page.goto((reader_site / "articles" / "harbour" / "index.html").as_uri())
    copy_the_second_paragraph(page)
    expect_pasted(page, QUOTE)


def test_the_contents_of_a_guide_stand_below_its_title(reader_site: Path) -> None:
    html = (reader_site / "guide" / "index.html").read_text("utf-8")
    assert html.index("</h1>") < html.index('<nav class="contents"') < html.index("A paragraph with")


def test_what_cannot_be_copied_is_selected(reader: str, page: Page) -> None:
    page.add_init_script("document.execCommand = () => false; navigator.clipboard.writeText = () => Promise.reject()")
    page.goto(f"{reader}articles/harbour/")
    page.get_by_role("button", name="Copy the APA citation").click()
    expect(page.get_by_role("status").filter(has_text="Selected; copy it with the keyboard")).to_be_visible()
    assert page.evaluate("String(getSelection())").startswith("Rowe, E. (2031, April 2).")


def test_only_the_text_is_offered_for_quotation(reader: str, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(f"{reader}articles/harbour/")
    expect(page.locator(".copy-quote")).to_have_count(4)
    expect(page.locator(".residue .copy-quote")).to_have_count(0)
    page.goto(f"{reader}articles/ferry/")
    expect(page.locator(".copy-quote")).to_have_count(0)
    page = open_page(java_script_enabled=False)
    page.goto(f"{reader}articles/harbour/")
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
