"""What a built site says and where it links, read from its files without a browser."""

from __future__ import annotations

import gzip
import posixpath
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.ids: set[str] = set()
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            if (tag, name) == ("a", "href") and value:
                self.anchors.append(value)
            if name == "id" and value:
                self.ids.add(value)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def read(page: Path) -> _Reader:
    """Read a page's links, ids and words."""
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    reader.close()
    return reader


def text_of(page: Path) -> str:
    """Give the words of a page with single spaces."""
    return " ".join(" ".join(read(page).words).split())


def broken_links(site: Path) -> list[str]:
    """List the links of all pages that lead nowhere inside the site, anchors included."""
    pages = {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}
    return [
        f"{name}: {link}"
        for name, page in pages.items()
        if name != "404.html"
        for link in page.links
        if not urlsplit(link).scheme and not link.startswith("//") and not _leads(link, name, pages, site)
    ]


def clicks(site: Path) -> dict[str, int]:
    """Count for each page how many links one follows from the home page to reach it, without any script."""
    found, pages = {"index.html": 0}, ["index.html"]
    for page in pages:
        for link in read(site / page).anchors:
            target = "" if urlsplit(link).scheme else _target(link, page, site)
            if target.endswith(".html") and target not in found and (site / target).is_file():
                found[target] = found[page] + 1
                pages.append(target)
    return found


def _target(link: str, page: str, site: Path) -> str:
    """Give the file that a link inside the site means."""
    path = unquote(urlsplit(link).path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return posixpath.normpath(f"{target}/index.html") if (site / target).is_dir() else target


def _leads(link: str, page: str, pages: dict[str, _Reader], site: Path) -> bool:
    parts, target = urlsplit(link), _target(link, page, site)
    if target.startswith(".."):
        return False
    if target not in pages:
        return (site / target).is_file()
    return not parts.fragment or unquote(parts.fragment) in pages[target].ids


def everything(site: Path) -> dict[str, str]:
    """Give the content of every file as text, compressed ones unpacked."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            found[path.relative_to(site).as_posix()] = data.decode("utf-8", "replace")
    return found
