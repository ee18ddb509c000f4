"""Every output format with its decoder. A file of a site that none of these knows fails the test that meets it.

A decoder gives all words of a file in the forms in which somebody could find them: as they stand in the file, and with
whatever the format wraps around them taken off.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import sqlite3
import zipfile
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from build_site.search import cbor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PAGEFIND = b"pagefind_dcd"


def _text(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8")
    yield text
    yield unescape(text)
    yield unquote(text)
    yield unescape(re.sub(r"<[^>]*>", "", text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        yield from (str(key) for key in value)
        yield from _strings(list(value.values()))


def _json(data: bytes) -> Iterator[str]:
    yield from _text(data)
    yield from _strings(json.loads(data))


def _json_lines(data: bytes) -> Iterator[str]:
    for line in data.splitlines():
        yield from _json(line)


def _script(data: bytes) -> Iterator[str]:
    """Scripts hand over files of the search index as base64 in an offline copy."""
    yield from _text(data)
    for encoded in re.findall(rb'"([A-Za-z0-9+/]{40,}={0,2})"', data):
        yield base64.b64decode(encoded + b"===").decode("utf-8", "replace")


def _sqlite(data: bytes) -> Iterator[str]:
    with sqlite3.connect(":memory:") as database:
        database.deserialize(data)
        yield "\n".join(database.iterdump())
    # Rows that were deleted stay in free pages.
    yield data.decode("utf-8", "replace")


def _pagefind(data: bytes) -> Iterator[str]:
    inner = gzip.decompress(data).removeprefix(_PAGEFIND)
    yield inner.decode("utf-8", "replace")
    if inner[:1] in (b"{", b"["):
        yield from _json(inner)
    else:
        yield " ".join(_strings(cbor.loads(inner)))


def _engine(data: bytes) -> Iterator[str]:
    yield gzip.decompress(data).decode("utf-8", "replace")


def _gzip(data: bytes) -> Iterator[str]:
    yield from _text(gzip.decompress(data))


def _zip(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment.decode("utf-8", "replace")
        for name in archive.namelist():
            yield name
            yield from decode(name, archive.read(name))


def _bytes(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")


DECODERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    **dict.fromkeys(("html", "xml", "txt", "css", "svg", "csv", "bib", "ris", "map", "md", "yml"), _text),
    **dict.fromkeys(("js", "mjs"), _script),
    **dict.fromkeys(("json", "geojson", "jsonld", "webmanifest"), _json),
    "jsonl": _json_lines,
    "sqlite": _sqlite,
    **dict.fromkeys(("pf_fragment", "pf_index", "pf_meta", "pf_filter"), _pagefind),
    "pagefind": _engine,
    "gz": _gzip,
    "zip": _zip,
    **dict.fromkeys(("png", "webp", "ico", "woff2", "wasm"), _bytes),
}
"""Decoder of each kind of file, by the ending of its name."""


def decode(name: str, data: bytes) -> Iterator[str]:
    """Give the words of a file; `KeyError` where nobody has said how its kind is read."""
    yield name
    yield from DECODERS[name.rpartition(".")[2].lower()](data)


def words_of(site: Path) -> dict[str, str]:
    """Decode every file of a site: path → all its words, folded, white space as one space."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {
        path.relative_to(site).as_posix(): folded(" \n".join(decode(path.name, path.read_bytes()))) for path in files
    }


def folded(text: str) -> str:
    """Lower case, every run of white space and signs that part words in addresses as one space."""
    return re.sub(r"[\s_+-]+", " ", text).casefold()
