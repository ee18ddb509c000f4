"""The copy for Kiwix: the site's files as entries of a ZIM, with what a ZIM says of itself."""

from __future__ import annotations

import html
import re
import struct
import zlib
from typing import TYPE_CHECKING

from build_site.machine.zim import Entry
from build_site.offline.lean import lean
from build_site.search.documents import index_language

if TYPE_CHECKING:
    from build_site.offline.about import About

FIRST = "this-copy.html"
"""Path of the page that says what the copy is."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_KINDS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "txt": "text/plain",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "webp": "image/webp",
    "sqlite": "application/vnd.sqlite3",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}
_ISO_639_3 = {
    "ar": "ara",
    "cs": "ces",
    "cy": "cym",
    "da": "dan",
    "de": "deu",
    "el": "ell",
    "en": "eng",
    "es": "spa",
    "fi": "fin",
    "fr": "fra",
    "ga": "gle",
    "he": "heb",
    "hi": "hin",
    "hu": "hun",
    "it": "ita",
    "ja": "jpn",
    "ko": "kor",
    "nl": "nld",
    "no": "nor",
    "pl": "pol",
    "pt": "por",
    "ro": "ron",
    "ru": "rus",
    "sv": "swe",
    "tr": "tur",
    "uk": "ukr",
    "ur": "urd",
    "zh": "zho",
}
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 30, 80
_SIDE, _PAPER, _INK = 48, 250, 50
# Left, top, right, bottom: a page with a frame, a headline, and lines of text in two columns.
_RECTANGLES = (
    (6, 4, 42, 44, _INK),
    (7, 5, 41, 43, _PAPER),
    (10, 9, 38, 15, _INK),
    *((left, top, left + 12, top + 2, _INK) for top in range(20, 40, 4) for left in (10, 26)),
)


def entry(path: str, data: bytes) -> Entry:
    """Make the entry of a site's file.

    A page has no policy of its own there: the reader puts its toolbar into it, and serves nothing from elsewhere. Nor
    has it what leads to the files that are left out.
    An address that an article had before is a page, but not one to find.
    """
    kind = _KINDS.get(path.rpartition(".")[2], "application/octet-stream")
    if kind != "text/html":
        return Entry(path, "", kind, data)
    page = lean(_POLICY.sub("", data.decode()))
    title = _TITLE.search(page)
    found = html.unescape(" ".join(title[1].split())) if title and 'http-equiv="refresh"' not in page else ""
    return Entry(path, found, kind, page.encode())


def metadata(about: About) -> dict[str, str]:
    """Say what the ZIM is, in the names that the format has for it."""
    settings = about.settings
    name = settings.name
    described = settings.description or f"An offline copy of {name}"
    found = {
        "Name": about.name,
        "Title": _short(name, _LONGEST_TITLE),
        "Description": _short(described, _LONGEST_DESCRIPTION),
        "Creator": name,
        "Publisher": name,
        "Language": _ISO_639_3.get(index_language(about.catalog), "mul"),
        "Date": (about.day.isoformat() if about.day else "1980-01-01"),
        "Flavour": str(about.catalog.edition),
        "Source": settings.site_url,
    }
    return {key: value for key, value in found.items() if value}


def icon() -> bytes:
    """Draw a newspaper page, 48 × 48, as a PNG."""
    points = [bytearray([_PAPER]) * _SIDE for _ in range(_SIDE)]
    for left, top, right, bottom, grey in _RECTANGLES:
        for row in points[top:bottom]:
            row[left:right] = bytes([grey]) * (right - left)
    rows = b"".join(b"\0" + row for row in points)
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
