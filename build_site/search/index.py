"""Documents → the files of the index, through Pagefind's command line; an unchanged part is not indexed again."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from build_site.machine import disk, process
from build_site.problem import machine_problem
from build_site.search.canonical import ENTRY, canonical
from build_site.search.documents import index_language, make_documents
from build_site.search.engine import ENGINE, make_engine
from build_site.search.parts import PART_SIZE, split

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
_WORK = ".press-archive/search"
_DOCUMENTS, _RAW, _PARTS = "documents", "raw", "parts"
_LIST = "files.json"
_MODULE = "pagefind.js"
_WASM = "wasm."
_FORM = 1
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

    Each part is kept under `.press-archive/search/`, in a folder named by all that it is made from; a part with a
    missing or damaged file is made again. Errors (status 3): Pagefind is missing, fails, or writes another form.
    """
    language = index_language(catalog)
    work = root / _WORK
    parts = split(make_documents(catalog), part_size)
    names = [_fingerprint(part, language) for part in parts]
    kept = [_kept(work / _PARTS / name) for name in names]
    ready = [
        files or _make(work, work / _PARTS / name, part, language)
        for files, name, part in zip(kept, names, parts, strict=True)
    ]
    _forget(work / _PARTS, set(names))
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


def _kept(folder: Path) -> dict[str, bytes]:
    """Read a part that an earlier run made; empty where there is none, or where a file is not what it was."""
    if not disk.exists(folder / _LIST):
        return {}
    present = {item.path for item in disk.find_files(folder) if item.regular}
    listed = _read_list(disk.read(folder / _LIST))
    if not set(listed) <= present:
        return {}
    files = {path: disk.read(folder / path) for path in listed}
    return files if all(_digest(data) == listed[path] for path, data in files.items()) else {}


def _read_list(data: bytes) -> dict[str, str]:
    try:
        return {str(path): str(digest) for path, digest in json.loads(data).items()}
    except (ValueError, AttributeError):
        return {}


def _make(work: Path, kept: Path, documents: Sequence[Document], language: str) -> dict[str, bytes]:
    raw = _run(work, documents, language)
    files = {**canonical(raw), _MODULE: raw[_MODULE]}
    disk.remove_folder(kept)
    for path, data in files.items():
        disk.write_if_changed(kept / path, data)
    listed = {path: _digest(data) for path, data in files.items()}
    disk.write_if_changed(kept / _LIST, json.dumps(listed, sort_keys=True).encode())
    return files


def _run(work: Path, documents: Sequence[Document], language: str) -> dict[str, bytes]:
    """Let Pagefind read the documents; what it reads and writes is removed again."""
    source, target = work / _DOCUMENTS, work / _RAW
    disk.remove_folder(source)
    disk.remove_folder(target)
    for document in documents:
        disk.write_if_changed(source / document.path, document.html.encode())
    command = [sys.executable, "-m", "pagefind", "--site", _DOCUMENTS, "--output-path", _RAW, "--silent"]
    done = process.run([*command, "--force-language", language], work, {})
    if done.status:
        said = (done.output.strip().splitlines() or ["it ended without a word"])[-1]
        hint = "free space, and build again" if done.no_room else "run the set-up again"
        raise machine_problem(f"Pagefind: {said}", f"{hint}; the former site is still in place")
    raw = {item.path: disk.read(target / item.path) for item in disk.find_files(target)}
    disk.remove_folder(source)
    disk.remove_folder(target)
    return raw


def _forget(folder: Path, wanted: set[str]) -> None:
    """Remove the parts that this run did not use."""
    present = {item.path.partition("/")[0] for item in disk.find_files(folder)} if disk.exists(folder) else set()
    for name in present - wanted:
        disk.remove_folder(folder / name)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
