"""The site in the form that opens from a folder: files as pages, the search index as scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from build_site.machine import disk, forks
from build_site.offline.flat import Flat, flat_pages
from build_site.offline.slim import INLINED, slim
from build_site.search.index import INDEX, index_site
from build_site.search.offline import offline_file
from build_site.site.built import markdown_files, still_built, written_by_hand
from build_site.site.config import CONFIG, custom_dir
from build_site.site.publish import SITE as PUBLISHED
from build_site.site.publish import mkdocs_at_hand, publish, render

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from build_site.catalog.model import Catalog

WORK = ".press-archive/offline"
"""Folder in which a copy is made, under the archive's root."""
BAG = f"{WORK}/bag"
"""The copy itself, before it is packed."""
SITE = "data/site"
"""The site in the copy."""
_WEB = f"{WORK}/web"
_DOCS = f"{WORK}/docs"
_CONFIG = f"{WORK}/{CONFIG}"
# For web servers and crawlers, for debuggers, and for the search of Material, which is not used here.
_NEEDLESS = re.compile(
    rf"(?:404\.html|robots\.txt|sitemap\.xml(?:\.gz)?|.*\.map|assets/javascripts/(?:lunr|workers)/.*|{INLINED}.*)"
)


def make_site(root: Path, catalog: Catalog, pages: Callable[[], Mapping[str, bytes]]) -> bool:
    """Make the site of one edition in the copy, from the web edition; tell whether that stood in `site/` already.

    Where it does not, it is made beside the copy: `pages` gives all generated files, by path under `docs/`. `docs/`
    and `site/` of the archive are left alone. Errors (status 3): what MkDocs or Pagefind says.
    """
    disk.remove_folder(root / WORK)
    built = still_built(root, catalog)
    if built:
        _copy(root / PUBLISHED, root / BAG / SITE, Flat(flat_pages(built.sources)))
    else:
        sources = _publish(root, catalog, pages())
        _copy(root / _WEB, root / BAG / SITE, Flat(flat_pages(sources)))
        disk.remove_folder(root / _WEB)
    return built is not None


def configuration(templates: str) -> bytes:
    """Write the configuration; the archive's own hooks may make a build faster, never different, so none runs."""
    values = {"INHERIT": f"../../{CONFIG}", "docs_dir": "docs", "theme": {"custom_dir": templates}, "hooks": []}
    return yaml.safe_dump(values, sort_keys=False).encode()


def _publish(root: Path, catalog: Catalog, pages: Mapping[str, bytes]) -> tuple[str, ...]:
    """Let MkDocs make the web edition under a configuration that inherits from the archive's; return its sources."""
    for path, data in {**written_by_hand(root / "docs"), **pages}.items():
        disk.write_if_changed(root / _DOCS / path, data)
    disk.write_if_changed(root / _CONFIG, configuration((root / custom_dir(root)).resolve().as_posix()))
    with (
        mkdocs_at_hand(root, _WEB, _CONFIG) as mkdocs,
        forks.beside(lambda: index_site(root, catalog).placed) as index,
    ):
        publish(root, mkdocs, render(root, mkdocs), index)
    sources = markdown_files(root / _DOCS)
    disk.remove_folder(root / _DOCS)
    return sources


def _copy(web: Path, site: Path, flat: Flat) -> None:
    """Copy the web edition file by file, each page to its flat address; what has no use in a folder is left out."""
    for item in disk.find_files(web):
        if not _NEEDLESS.fullmatch(item.path):
            path, data = _kept(item.path, web, flat)
            disk.write_if_changed(site / path, data)


def _kept(path: str, web: Path, flat: Flat) -> tuple[str, bytes]:
    """Give path and content in the copy of a file of the web edition."""
    data = disk.read(web / path)
    if path.startswith(f"{INDEX}/"):
        name, script = offline_file(path.removeprefix(f"{INDEX}/"), data)
        return f"{INDEX}/{name}", script
    if path.endswith(".html"):
        return flat.path(path), slim(flat.page(data.decode(), path), lambda other: disk.read(web / other)).encode()
    return path, data
