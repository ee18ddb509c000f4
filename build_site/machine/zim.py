"""The only module that writes a ZIM, through the library libzim, which is not installed unless it is asked for."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a ZIM."""

    path: str
    """POSIX path."""
    title: str
    """Title of a page; empty for another file."""
    kind: str
    """Media type."""
    data: bytes
    """Content."""

    @property
    def listed(self) -> bool:
        """True for a page that a search in the reader finds."""
        return bool(self.title)


def write_zim(target: Path, entries: Iterable[Entry], metadata: Mapping[str, str], icon: bytes, main: str) -> None:
    """Write a ZIM with a full-text index; it stands at `target` only when it is complete.

    `metadata` has the language under `Language` (ISO 639-3); `icon` is a PNG of 48 × 48; `main` is the path of the
    first page. Errors (status 3): libzim is not installed, or cannot write.
    """
    library = require_libzim()
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        creator = library.Creator(unfinished).config_verbose(False).config_indexing(True, metadata["Language"])  # noqa: FBT003 - libzim's own form
        item = _item_type(library)
        with creator.set_mainpath(main) as archive:
            for entry in entries:
                archive.add_item(item(entry))
            for name, value in metadata.items():
                archive.add_metadata(name, value)
            archive.add_illustration(48, icon)
        unfinished.replace(target)
    except (OSError, RuntimeError) as error:
        raise machine_problem(f"cannot write {target}: {error}", "free space or allow writing there") from None


def require_libzim() -> Any:  # noqa: ANN401 - the library is not there when types are checked
    """Return the library's part for writing. Errors (status 3): it is not installed."""
    try:
        return importlib.import_module("libzim.writer")
    except ImportError:
        hint = "install it: .venv/bin/python -m pip install 'libzim==3.6.0'; or leave zim out of --formats"
        raise machine_problem("the library libzim is not installed, and a ZIM needs it", hint) from None


def _item_type(library: Any) -> Any:  # noqa: ANN401 - the library is not there when types are checked
    """Make the class of a file in a ZIM, as libzim wants it."""

    class Item(library.Item):  # type: ignore[misc]  # the library is not there when types are checked
        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self._entry = entry

        def get_path(self) -> str:
            return self._entry.path

        def get_title(self) -> str:
            return self._entry.title

        def get_mimetype(self) -> str:
            return self._entry.kind

        def get_contentprovider(self) -> object:
            return library.StringProvider(self._entry.data)

        def get_hints(self) -> dict[object, bool]:
            return {library.Hint.FRONT_ARTICLE: self._entry.listed, library.Hint.COMPRESS: True}

    return Item
