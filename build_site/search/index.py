"""Documents → the files of the index, through Pagefind; an unchanged part is not indexed again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from build_site.search.canonical import ENTRY, canonical
from build_site.search.documents import index_language, make_documents
from build_site.search.engine import ENGINE, make_engine
from build_site.search.kept import forget_others, keep_part, read_part
from build_site.search.parts import PART_SIZE, split
from build_site.search.service import make_bundle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from build_site.catalog.model import Catalog
    from build_site.search.documents import Document

INDEX = "search/index"
"""Folder of the index in the site."""
ENTRIES = "entries.json"
"""What Pagefind's first file says of each part, by the name of its folder; the browser begins with it."""
PROGRAM = "wasm.pagefind"
"""The WebAssembly, one for all parts."""
_PARTS = ".press-archive/search"
_MODULE = "pagefind.js"
_WASM = "wasm."
_FORM = 2
"""Raised when the documents or the canonical form change, so that no kept part of an older form is used."""


@dataclass(frozen=True, slots=True)
class Index:
    """A finished search index."""

    files: dict[str, bytes]
    """Path under `search/index/` → content; for an archive without articles a list of no parts."""
    parts: int
    """Number of indexes that make up the whole."""
    made: int
    """Number of these that were made anew; the others were kept from an earlier run."""

    @property
    def placed(self) -> dict[str, bytes]:
        """The files by their path in the site."""
        return {f"{INDEX}/{path}": data for path, data in self.files.items()}


def index_site(root: Path, catalog: Catalog, part_size: int = PART_SIZE) -> Index:
    """Make the search index of one edition.

    Each part is kept under `.press-archive/search/`, in a file named by all that it is made from; one that is missing
    or damaged is made again. Errors (status 3): Pagefind is missing, fails, or writes another form.
    """
    language = index_language(catalog)
    parts = split(make_documents(catalog), part_size)
    names = [_fingerprint(part, language) for part in parts]
    kept = [read_part(root / _PARTS / name) for name in names]
    ready = [
        files or _make(root, root / _PARTS / name, part, language)
        for files, name, part in zip(kept, names, parts, strict=True)
    ]
    forget_others(root / _PARTS, set(names))
    return Index(_whole(ready), len(parts), sum(not files for files in kept))


def _whole(parts: Sequence[dict[str, bytes]]) -> dict[str, bytes]:
    """Put each part into a folder of its own; what the browser begins with stands beside them, once for all."""
    named = {str(number): files for number, files in enumerate(parts, 1)}
    entries = {name: json.loads(files[ENTRY]) for name, files in named.items()}
    whole = {ENTRIES: json.dumps(entries, sort_keys=True).encode()}
    for name, files in named.items():
        for path, data in files.items():
            if path == _MODULE:
                whole[ENGINE] = make_engine(data.decode()).encode()
            elif path.startswith(_WASM):
                whole[PROGRAM] = data
            elif path != ENTRY:
                whole[f"{name}/{path}"] = data
    return whole


def _fingerprint(documents: Sequence[Document], language: str) -> str:
    digest = hashlib.sha256(f"{_FORM} {version('pagefind')} {language}\n".encode())
    for document in documents:
        digest.update(f"{document.path} {len(document.html)}\n{document.html}".encode())
    return digest.hexdigest()[:32]


def _make(root: Path, kept: Path, documents: Sequence[Document], language: str) -> dict[str, bytes]:
    raw = make_bundle(root, documents, language)
    files = {**canonical(raw), _MODULE: raw[_MODULE]}
    keep_part(kept, files)
    return files
