"""The pictures in the guides: of an invented archive, taken by the browser of the tests.

`python -m tests.browser.pictures` (`make pictures`) takes them anew and writes `docs/pictures/`. Fonts differ from one
machine to another, so two machines make pictures that look alike and are not the same byte for byte.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

from tests.archive import PROJECT, build_site
from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS
from tests.preview import previewing, save
from tests.reader_archive import make_reader_archive
from tests.server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FOLDER = PROJECT / "docs" / "pictures"
WIDTH = 1000
"""Width of each picture in pixels."""
MOST = 60_000
"""Most bytes of a picture: a guide stays a light page."""
_QUALITY = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """What is taken, and where it begins."""

    name: str
    """Name of the file, without ending."""
    address: str
    """Address of the page."""
    top: str = ""
    """Words of the heading that the picture begins with; empty where it begins with the page."""
    height: int = 640
    """Height in pixels."""


PICTURES = (
    Picture("article", "articles/harbour/"),
    Picture("article-facts", "articles/harbour/", "Topics"),
    Picture("name", "people/tobias-quill/"),
    Picture("withdrawn", "articles/gone/", height=400),
    Picture("removal", "corrections/removal/"),
    Picture("corrections", "corrections/", height=400),
)
BROKEN = Picture("broken-seed", "articles/harbour/")
"""The preview, where a seed is broken."""


def public_site(folder: Path) -> Path:
    """Build the archive as the web shows it."""
    root = make_reader_archive(folder)
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"{config}\nextra:\n  contact: https://archive.example/contact\n", "utf-8")
    run = build_site(root, "--edition", "public")
    assert run.status == 0, run.err
    return root / "site"


def take_all(browser: Browser, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Take every picture; `folder` is empty and takes the archive. Gives the name and the WebP."""
    page = browser.new_page(color_scheme="light", reduced_motion="reduce", locale="en-GB")
    with serving(public_site(folder)) as address:
        for picture in PICTURES:
            page.set_viewport_size({"width": WIDTH, "height": picture.height})
            page.goto(address + picture.address)
            if picture.top:
                page.get_by_role("heading", name=picture.top, exact=True).first.evaluate(
                    "node => node.scrollIntoView()"
                )
            yield picture.name, _webp(page)
    page.set_viewport_size({"width": WIDTH, "height": BROKEN.height})
    yield BROKEN.name, _of_the_preview(page, folder)
    page.close()


def _of_the_preview(page: Page, root: Path) -> bytes:
    """Break a seed while the preview runs: the last good page stays, with what is wrong above it."""
    record = root / "seeds/harbour.yml"
    with previewing(root) as preview:
        preview.line("Built: ")
        page.goto(f"{preview.address}{BROKEN.address}")
        save(record, record.read_text("utf-8").replace("published: 2031-04-02", "published: 2 Aprl 2031"))
        preview.line("Not built (")
        expect(page.get_by_role("alert").filter(has_text="2 Aprl 2031")).to_be_visible()
        return _webp(page)


def size_of(webp: bytes) -> tuple[int, int]:
    """Read width and height of a WebP (RFC 9649, section 2.7: the extended form, which Chromium writes)."""
    assert webp[:4] + webp[8:16] == b"RIFFWEBPVP8X"
    return int.from_bytes(webp[24:27], "little") + 1, int.from_bytes(webp[27:30], "little") + 1


def _webp(page: Page) -> bytes:
    page.evaluate("document.fonts.ready")
    session = page.context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": _QUALITY})
    return base64.b64decode(taken["data"])


def main() -> None:
    """Take the pictures and write them."""
    path = chromium.find()
    if not path:
        sys.exit("no Chromium or Chrome; run: python -m tests.browser.chromium")
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for name, data in take_all(browser, Path(folder)):
            (FOLDER / f"{name}.webp").write_bytes(data)
            sys.stdout.write(f"docs/pictures/{name}.webp: {len(data):,} bytes\n")
        browser.close()


if __name__ == "__main__":
    main()
