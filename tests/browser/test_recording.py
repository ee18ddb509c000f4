"""The recording itself: each thing that must fail a test is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage, Recorded
    from tests.conftest import Serve

pytestmark = pytest.mark.browser


def write(folder: Path, body: str) -> Path:
    (folder / "index.html").write_text(f"<!doctype html><link rel=icon href=data:,><p>Tide tables</p>{body}", "utf-8")
    return folder


def test_a_quiet_page_leaves_nothing(tmp_path: Path, serve: Serve, page: Page, recorded: Recorded) -> None:
    address = serve(write(tmp_path, ""))
    page.goto(address)
    assert page.inner_text("p") == "Tide tables"
    assert recorded.requests[0] == address
    assert recorded.outside() == []


def test_an_error_in_a_script_is_recorded(tmp_path: Path, serve: Serve, page: Page, recorded: Recorded) -> None:
    recorded.expected.append("low water")
    with page.expect_console_message(), page.expect_event("pageerror"):
        page.goto(serve(write(tmp_path, "<script>console.error('low water'); missing()</script>")))
    assert sorted(error.rpartition(": ")[2] for error in recorded.errors) == ["low water", "missing is not defined"]
    assert recorded.unexpected() == ["missing is not defined"]
    recorded.expected.append("missing is not defined")


def test_a_dialog_is_recorded(tmp_path: Path, serve: Serve, page: Page, recorded: Recorded) -> None:
    page.goto(serve(write(tmp_path, "<script>alert('high water')</script>")))
    assert recorded.dialogs == ["high water"]
    recorded.dialogs.clear()


def test_a_request_that_leaves_the_site_is_recorded_and_fails(
    tmp_path: Path, serve: Serve, page: Page, recorded: Recorded
) -> None:
    recorded.expected.append("ERR_NAME_NOT_RESOLVED")
    with page.expect_console_message():
        page.goto(serve(write(tmp_path, "<img src='https://outside.example/tide.png'>")))
    assert recorded.outside() == ["https://outside.example/tide.png"]
    assert len(recorded.errors) == 1
    assert recorded.unexpected() == []
    recorded.requests.clear()


def test_a_page_opens_without_javascript(tmp_path: Path, serve: Serve, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(serve(write(tmp_path, "<script>document.write('<b>on</b>')</script><noscript><i>off</i></noscript>")))
    assert (page.locator("b").count(), page.inner_text("i")) == (0, "off")
