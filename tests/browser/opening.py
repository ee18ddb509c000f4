"""Opening a page and waiting until it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def open_whole(page: Page, address: str) -> None:
    """Open a page; on the search page, wait for what the search puts in.

    A quiet network says nothing: on a slow machine it is quiet while the scripts have yet to run.
    """
    page.goto(address)
    wait_whole(page)


def wait_whole(page: Page) -> None:
    """Wait on the search page, once its scripts run, until its facets are filled."""
    page.locator("[data-search-facets]:not(.pa-page__facets--filled)").wait_for(state="detached")
