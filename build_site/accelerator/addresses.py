"""Addresses relative to a page: what links in a text and `url` in a template come to.

Gain: most addresses are the same for all pages of one depth, so they are worked out once; links to pages of the
archive are looked up in a table. 1.2 s of the 7.6 s that 1,000 articles take without it in one process.
Precondition of a direct link: a plain relative path to a file that is in the site. All others, and all warnings, are
MkDocs' own.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import _RelativePathTreeprocessor
from mkdocs.utils import get_relative_url, normalize_url

from build_site.accelerator.inline import MARK, escape_attribute

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    # Path, place in the page, file, its address, and what `seen` says of it.
    _Target = tuple[str, str | None, File, str, str]

_DIRECT = re.compile(r"([\w/-][\w./-]*|\.\.?/[\w./-]+)(?:#([\w.:-]+))?", re.ASCII)
_NOT_PUBLISHED = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
_ELSEWHERE = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][^\[\]\\]*)?", re.ASCII)


class Relative:
    """Addresses for templates, relative to a page."""

    def __init__(self) -> None:
        self._of_depth: dict[tuple[str, int], str] = {}

    def to(self, page: Page) -> Callable[[str], str]:
        """Give the function that MkDocs' filter `url` is for this page."""
        folders = page.url.split("/")[:-1]
        if folders == [""] or page.url.rpartition("/")[2]:
            # An address that ends in a file's name, or the root: rare, and never wrong this way.
            return lambda address: normalize_url(address, page)
        first, depth, known = (folders or [""])[0], len(folders), self._of_depth

        def relative(address: str) -> str:
            head = address.partition("/")[0]
            if not head or head == first or head in (".", ".."):
                return normalize_url(address, page)
            if (address, depth) not in known:
                known[address, depth] = normalize_url(address, page)
            return known[address, depth]

        return relative


class Links:
    """Addresses that stand in texts, resolved among the files of a build."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._files = files
        self._config = config
        self._targets: dict[tuple[str, str], _Target | None] = {}

    def resolve(self, file: File, text: str) -> Resolved:
        """Resolve the addresses of one page's HTML in their order; MkDocs warns of those that lead nowhere."""
        lookups = Lookups(self._files)
        stock = _RelativePathTreeprocessor(file, lookups, self._config)  # type: ignore[arg-type]
        folder = posixpath.dirname(file.src_uri)
        to = _address_from(file.url)

        def address(match: re.Match[str]) -> str:
            found = self._direct(to, folder, match[1], lookups, stock.links_to_anchors)
            return escape_attribute(stock.path_to_url(match[1]) if found is None else found)

        return Resolved(MARK.sub(address, text), stock.links_to_anchors, lookups.found)

    def _direct(self, to: Callable[[str], str], folder: str, target: str, lookups: Lookups, anchors: Any) -> str | None:  # noqa: ANN401 - MkDocs'
        if (folder, target) not in self._targets:
            self._targets[folder, target] = self._target(folder, target)
        known = self._targets[folder, target]
        if known is None:
            return target if _ELSEWHERE.fullmatch(target) else None
        uri, anchor, found, url, lookups.found[uri] = known
        if not anchor:
            return to(url)
        anchors.setdefault(found, {}).setdefault(anchor, target)
        return f"{to(url)}#{anchor}"

    def _target(self, folder: str, target: str) -> _Target | None:
        """Find the published file that a link in a folder leads to, where it is a plain relative path."""
        match = _DIRECT.fullmatch(target)
        if not match or match[1][0] == "/":
            return None
        uri = posixpath.normpath(posixpath.join(folder, match[1]).lstrip("/"))
        found = self._files.src_uris.get(uri)
        return (uri, match[2], found, found.url, seen(found)) if found and not excluded(found) else None


def _address_from(own: str) -> Callable[[str], str]:
    """Give the function that writes an address relative to `own`, as MkDocs' `get_relative_url`."""
    folders = own.split("/")
    if own[:1] == "." or folders[-1]:
        return lambda url: get_relative_url(url, own)
    first, up = f"{folders[0]}/", "../" * (len(folders) - 1)
    # From one page to another that stands beside it.
    beside, second = (len(first), f"{folders[1]}/") if len(folders) == 3 else (0, "")  # noqa: PLR2004 - as own says

    def address(url: str) -> str:
        if url.startswith(first):
            if second and not url.startswith(second, beside) and url.find("/", beside) > beside:
                return f"../{url[beside:]}"
            return get_relative_url(url, own)
        return get_relative_url(url, own) if url[0] == "." or "/" not in url else up + url

    return address


class Resolved:
    """A page's HTML with the addresses of its links."""

    __slots__ = ("anchors", "lookups", "text")

    def __init__(self, text: str, anchors: Any, lookups: dict[str, str | None]) -> None:  # noqa: ANN401 - MkDocs'
        self.text = text
        self.anchors = anchors
        self.lookups = lookups


class Lookups:
    """The files of a build, with notes of those that were looked for: path → `seen`, `None` where there is none."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.found: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Look for a file, as MkDocs' `Files` does."""
        found = self._files.get_file_from_path(path)
        self.found[path] = seen(found) if found else None
        return found


def seen(file: File) -> str:
    """Write what a text that looks for a file can see of it: its address, and whether it is published."""
    return f"{excluded(file):d} {file.url}"


def excluded(file: File) -> bool:
    """Tell whether a file is not published."""
    return file.inclusion in _NOT_PUBLISHED
