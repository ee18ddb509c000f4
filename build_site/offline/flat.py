"""Addresses of the web edition, where a page is a folder → those of a copy, where each page is a file.

A folder that is opened from disk shows a list of its files, so every link of a copy names a file. The addresses are
those that MkDocs makes with `use_directory_urls: false`; a test compares every page of two sites.
"""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ATTRIBUTES = r"(?:[^\"'>]|\"[^\"]*\"|'[^']*')*"
# What a script, a style or a comment says is no tag, whatever it looks like. Other tags hold no address; in the values
# of attributes, `<` is written `&lt;`.
_PIECE = re.compile(
    rf"<(?:!--.*?-->|(?P<kind>script|style|textarea|title)\b{_ATTRIBUTES}>(?P<raw>.*?)(?=</(?P=kind)>)"
    rf"|(?:a|area|audio|embed|form|iframe|image|img|link|meta|object|source|track|use|video)\b{_ATTRIBUTES}>)",
    re.DOTALL,
)
_ADDRESS = re.compile(r'(?<=\s)(?P<name>href|src|action)="(?P<address>[^"]*)"')
_WITH_ADDRESS = re.compile(r'\s(?:href|src|action|content|id)="')
_LEADS_ON = re.compile(r'(?<=http-equiv="refresh" content="0; url=)[^"]*')
_FORM, _COPY_FORM = 'data-pages="folder"', 'data-pages="file"'
_SETTINGS = 'id="__config"'
_BASE = re.compile(r'(?<="base": ")[^"]*')
_WORKER = re.compile(r'(?<="search": ")[^"]*')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|[#?]|$")
_MARKDOWN, _INDEX = ".md", "index.html"


def flat_pages(sources: Iterable[str]) -> dict[str, str]:
    """Tell which pages stand elsewhere in a copy: path in the web edition → path in the copy.

    `sources` are the Markdown files under `docs/`, from which MkDocs made the site.
    """
    stems = (path.removesuffix(_MARKDOWN) for path in sources if path.endswith(_MARKDOWN))
    return {f"{stem}/{_INDEX}": f"{stem}.html" for stem in stems if posixpath.basename(stem) not in ("index", "README")}


class Flat:
    """The pages of a site, on their way into a copy."""

    def __init__(self, moved: Mapping[str, str]) -> None:
        self._moved = moved
        self._known: dict[tuple[str, str], str] = {}

    def path(self, path: str) -> str:
        """Tell where a file of the web edition stands in the copy."""
        return self._moved.get(path, path)

    def page(self, page: str, path: str) -> str:
        """Rewrite the addresses in a page that stands at `path` in the web edition; nothing else of it changes.

        Addresses of other sites, and those that the archive's pages have on the web, stay as they are.
        """
        return _PIECE.sub(lambda piece: self._piece(piece[0], piece["raw"] or "", path), page)

    def _piece(self, piece: str, raw: str, path: str) -> str:
        if piece.startswith("<!--") or not _WITH_ADDRESS.search(piece):
            return piece
        tag = piece.removesuffix(raw) if raw else piece
        new = _ADDRESS.sub(lambda found: f'{found["name"]}="{self.address(found["address"], path)}"', tag)
        new = _LEADS_ON.sub(lambda found: self.address(found[0], path), new).replace(_FORM, _COPY_FORM)
        return new + (self._settings(raw, path) if _SETTINGS in tag else raw)

    def _settings(self, raw: str, path: str) -> str:
        """Rewrite the addresses in what the theme tells its own script."""
        folder = posixpath.dirname(self.path(path)) or "."
        found = _BASE.sub(lambda _: posixpath.relpath(".", folder), raw)
        return _WORKER.sub(lambda worker: self.address(worker[0], path), found)

    def address(self, address: str, path: str) -> str:
        """Rewrite one address, as it stands in an attribute of the page at `path`."""
        up = "../" * path.count("/")
        folder = posixpath.dirname(self.path(path))
        if not up or not address.startswith(up):
            return self._rewritten(address, posixpath.dirname(path), folder)
        # Most addresses go up to the home page first, and so are the same on many pages.
        key = (f"./{address[len(up) :]}", folder)
        if key not in self._known:
            self._known[key] = self._rewritten(key[0], "", folder)
        return self._known[key]

    def _rewritten(self, address: str, web_folder: str, folder: str) -> str:
        """Rewrite an address as seen from a folder of the web edition to one as seen from a folder of the copy."""
        plain = unescape(address)
        if _ELSEWHERE.match(plain):
            return address
        cut = next((at for at, sign in enumerate(plain) if sign in "?#"), len(plain))
        place, more = plain[:cut], plain[cut:]
        target = posixpath.normpath(posixpath.join(web_folder, unquote(place)))
        if posixpath.basename(place) in ("", ".", ".."):
            target = posixpath.normpath(f"{target}/{_INDEX}")
        return escape(quote(posixpath.relpath(f"/{self.path(target)}", f"/{folder}")) + more)
