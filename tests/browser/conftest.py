"""A browser for the tests. What goes wrong in a page fails the test that opened it, unless the test expects it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser import chromium
from tests.reader_archive import make_reader_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

    from tests.conftest import Serve

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Nothing outside is ever reached: the request is made, recorded, and fails.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
_DESKTOP = {"width": 1280, "height": 800}
# Milliseconds. A wait that ends well ends at once; the limit is for what never comes, on however busy a machine.
_PATIENCE = 60_000
expect.set_options(timeout=_PATIENCE)
_LOCAL_SCHEMES = frozenset({"file", "data", "blob", "about"})


@dataclass  # without slots: Playwright keeps its handlers in the object they belong to
class Recorded:
    """What the pages of one test did. A test says which errors it expects (`recorded.expected.append("404")`)."""

    errors: list[str] = field(default_factory=list)
    """Errors of the console, and those that no script caught."""
    expected: list[str] = field(default_factory=list)
    """Words of errors that fail no test, whenever they come: a message may follow what the page already shows."""
    dialogs: list[str] = field(default_factory=list)
    """Messages of `alert`, `confirm` and `prompt`; each was dismissed."""
    requests: list[str] = field(default_factory=list)
    """Addresses of every request, in order."""

    def unexpected(self) -> list[str]:
        """Give the errors that hold none of the expected words."""
        return [error for error in self.errors if not any(words in error for words in self.expected)]

    def outside(self) -> list[str]:
        """Give the requests that left this machine."""
        return [url for url in self.requests if not _is_local(url)]

    def watch(self, page: Page) -> None:
        """Record what happens in a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self.requests.append(request.url))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.location.get('url', '')}: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in _LOCAL_SCHEMES or parts.hostname == "127.0.0.1"


class OpenPage(Protocol):
    """`open_page(color_scheme="dark", java_script_enabled=False)`: a new page with Playwright's context options."""

    def __call__(self, **options: Any) -> Page: ...  # noqa: ANN401 - they are Playwright's, of many types


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    path = chromium.find()
    if not path:
        pytest.fail("no Chromium or Chrome; run: python -m tests.browser.chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def recorded() -> Iterator[Recorded]:
    """Record what the test's pages do; at its end nothing may be left but requests to this machine."""
    record = Recorded()
    yield record
    assert record.unexpected() == [], "errors in the browser's console"
    assert record.dialogs == [], "a page opened a dialog"
    assert record.outside() == [], "requests that left the site"


@pytest.fixture
def open_page(browser: Browser, recorded: Recorded) -> Iterator[OpenPage]:
    """Open pages, each in a context of its own; all are recorded and closed."""
    contexts = []

    def start(**options: Any) -> Page:  # noqa: ANN401 - they are Playwright's, of many types
        context = browser.new_context(**{"viewport": _DESKTOP, **options})
        contexts.append(context)
        context.set_default_timeout(_PATIENCE)
        context.on("page", recorded.watch)
        return context.new_page()

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page as wide as a desktop window."""
    return open_page()


@pytest.fixture(scope="session")
def reader_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with every kind of page."""
    return make_reader_site(tmp_path_factory.mktemp("reader"))


@pytest.fixture(scope="session")
def reader(reader_site: Path, serve: Serve) -> str:
    """The address of that site."""
    return serve(reader_site)
