"""What `site/` was made from, noted beside it: where nothing changed since it stays, and a copy can use its pages."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from build_site.machine import disk, watch
from build_site.machine.packed import sha256_of
from build_site.machine.program import packages
from build_site.page.address import GENERATED, HOME
from build_site.site.config import configured, custom_dir
from build_site.site.kept import number, number_of_seeds
from build_site.site.publish import SITE
from build_site.site.theme import INSTALLED, own_hooks, theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_site.catalog.model import Catalog

_NOTE = ".press-archive/site.json"
_DOCS = "docs"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left in `site/`."""

    pages: str
    """Number over everything that goes into the generated pages, the edition and the day too (`kept.made_from`)."""
    inputs: str
    """SHA-256 over all that it was made from, but for what of the articles is shown."""
    shown: str
    """SHA-256 over what depends on the edition and on the day; everything else about an article is in its seed."""
    outputs: str
    """SHA-256 over sizes and times of all files in it (`kept.number`)."""
    private: bool
    """True where it holds texts that may not be published."""
    sources: tuple[str, ...]
    """The Markdown files that MkDocs made its pages from, relative to `docs/`, sorted."""


def to_be_built(root: Path, catalog: Catalog, pages: str, seeds: str) -> Built:
    """Say what `site/` is about to be made from: `catalog`, and numbers that are those of `kept`."""
    sources = markdown_files(root / _DOCS)
    return Built(pages, _inputs(root, seeds), _shown(catalog), "", catalog.private, sources)


def note_built(root: Path, built: Built) -> None:
    """Note what `site/` was made from, right after a build has put it there."""
    noted = asdict(built) | {"outputs": _outputs(root)}
    disk.write_if_changed(root / _NOTE, json.dumps(noted, indent=1).encode())


def still_built(root: Path, catalog: Catalog) -> Built | None:
    """Return what the last build noted, where a build of `catalog` today would make the same `site/`; else None.

    None also where a file in `site/` is not as that build left it.
    """
    built = _noted(root)
    return built if built and built.shown == _shown(catalog) and _as_noted(root, built, number_of_seeds(root)) else None


def still_stands(root: Path, pages: str, seeds: str) -> Built | None:
    """Return what the last build noted, where one from these numbers of `kept` would make the same `site/`; else None.

    None also where a site hangs on more than files of the archive: on a plugin, a hook of its own, or a linked page.
    """
    built = _noted(root)
    return built if built and built.pages == pages and _alone(root) and _as_noted(root, built, seeds) else None


def _noted(root: Path) -> Built | None:
    there = disk.exists(root / _NOTE) and disk.exists(root / SITE)
    return _read(disk.read(root / _NOTE)) if there else None


def _as_noted(root: Path, built: Built, seeds: str) -> bool:
    return built.inputs == _inputs(root, seeds) and built.outputs == _outputs(root)


def _alone(root: Path) -> bool:
    values = configured(root)
    hooks = {Path(str(path)).name for path in values.get("hooks") or ()}
    linked = any(not found.regular for found in disk.find_files(root / _DOCS))
    return values.get("plugins") == [] and hooks <= own_hooks() and not linked


def markdown_files(docs: Path) -> tuple[str, ...]:
    """List the Markdown files below `docs`, sorted."""
    return tuple(path for path in disk.find_paths(docs) if path.endswith(".md"))


def written_by_hand(docs: Path) -> dict[str, bytes]:
    """Read the files below `docs` that no build makes."""
    found = disk.find_files(docs) if disk.exists(docs) else ()
    paths = [item.path for item in found if item.regular and item.path != HOME]
    return {path: disk.read(docs / path) for path in paths if path.partition("/")[0] not in GENERATED}


def _read(data: bytes) -> Built | None:
    try:
        found = json.loads(data)
        return Built(**found | {"sources": tuple(found["sources"])})
    except (ValueError, KeyError, TypeError):
        return None


def _outputs(root: Path) -> str:
    return number(watch.stamps(root / SITE, lambda _: False))


def _inputs(root: Path, seeds: str) -> str:
    """Put the archive, the configuration and the program itself into one number."""
    values = json.dumps([seeds, configured(root), sys.version, packages()], sort_keys=True, default=str)
    by_hand = {path: hashlib.sha256(data).hexdigest() for path, data in written_by_hand(root / _DOCS).items()}
    folders = [root / "overrides", theme_folder(), Path(str(files("build_site")))]
    if custom_dir(root) not in ("", INSTALLED):
        folders.append(root / custom_dir(root))
    parts = [hashlib.sha256(values.encode()).hexdigest(), _digest(by_hand), *(_digest(_files(it)) for it in folders)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _shown(catalog: Catalog) -> str:
    articles = (*catalog.articles, *catalog.withdrawn)
    said = [[one.id, one.access, one.held, one.embargoed, one.record.draft] for one in articles]
    return hashlib.sha256(json.dumps([catalog.edition, said]).encode()).hexdigest()


def _files(folder: Path) -> dict[str, str]:
    return dict(_hashed(folder)) if disk.exists(folder) else {}


def _hashed(folder: Path) -> Iterator[tuple[str, str]]:
    for item in disk.find_files(folder):
        if item.regular and "__pycache__" not in item.path:
            yield item.path, sha256_of(folder / item.path)


def _digest(found: Mapping[str, str]) -> str:
    return hashlib.sha256("".join(f"{found[path]} {path}\n" for path in sorted(found)).encode()).hexdigest()
