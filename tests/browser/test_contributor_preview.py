"""The preview in a browser: it says what is wrong, and loads itself again when that is mended. All is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.archive import make_archive
from tests.preview import previewing, save

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Recorded


@pytest.mark.slow
def test_a_broken_seed_is_shown_above_the_last_good_page(tmp_path: Path, page: Page, recorded: Recorded) -> None:
    # Material looks for a sitemap beside each alternate form of a page; that there is none is no matter of the preview.
    recorded.expected.append("sitemap.xml")
    root = make_archive(tmp_path / "an archive", {"seeds/pier.yml": "title: Pier to reopen\nrights: CC0-1.0\n"})
    with previewing(root) as preview:
        preview.line("Built: ")
        page.goto(f"{preview.address}articles/pier/")
        expect(page.get_by_role("heading", name="Pier to reopen")).to_be_visible()
        save(root / "seeds/pier.yml", "titel: <b>Pier</b>\n")
        preview.line("Not built (")
        shown = page.get_by_role("alert").filter(has_text="titel: no such field")
        expect(shown).to_be_visible()
        expect(shown).to_contain_text("titel: <b>Pier</b>")
        expect(page.get_by_role("heading", name="Pier to reopen")).to_be_visible()
        save(root / "seeds/pier.yml", "title: Pier to stay closed\nrights: CC0-1.0\n")
        preview.line("Built (")
        expect(page.get_by_role("heading", name="Pier to stay closed")).to_be_visible()
        expect(shown).to_be_hidden()
        # Before the preview stops: a page that asks for it in vain says so in the console.
        page.goto("about:blank")
