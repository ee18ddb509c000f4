"""The site in the form that opens from a folder: files as pages, the search index as scripts."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import yaml

from build_site.machine import disk
from build_site.page.address import GENERATED, HOME
from build_site.search.index import INDEX, index_site
from build_site.search.offline import offline_bundle
from build_site.site.config import CONFIG, custom_dir
from build_site.site.publish import publish
from build_site.web import page_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from build_site.catalog.model import Catalog

WORK = ".press-archive/offline"
"""Folder in which a copy is made, under the archive's root."""
BAG = f"{WORK}/bag"
"""The copy itself, before it is packed."""
SITE = "data/site"
"""The site in the copy."""
_DOCS = f"{WORK}/docs"
_CONFIG = f"{WORK}/{CONFIG}"
# For web servers and crawlers, for debuggers, and for the search of Material, which is not used here.
_NEEDLESS = re.compile(
    r"(?:404\.html|robots\.txt|sitemap\.xml(?:\.gz)?|.*\.map|assets/javascripts/(?:lunr|workers)/.*)"
)
_ADDRESSES = r'(<link rel="canonical" href="|<span class="cite__address">)'


def make_site(root: Path, catalog: Catalog, pages: Mapping[str, bytes], site_url: str) -> None:
    """Make the site of one edition in the copy; `pages` are all generated files, by path under `docs/`.

    MkDocs runs under a configuration of its own, which inherits from the archive's; `docs/` and `site/` of the archive
    are left alone. Errors (status 3): what MkDocs or Pagefind says.
    """
    disk.remove_folder(root / WORK)
    for path, data in {**_written_by_hand(root / "docs"), **pages}.items():
        disk.write_if_changed(root / _DOCS / path, data)
    disk.write_if_changed(root / _CONFIG, configuration((root / custom_dir(root)).resolve().as_posix()))
    publish(root, lambda: _index(root, catalog), f"{BAG}/{SITE}", _CONFIG)
    disk.remove_folder(root / _DOCS)
    _finish(root / BAG / SITE, site_url)


def configuration(templates: str) -> bytes:
    """Write the configuration; the archive's own hooks may make a build faster, never different, so none runs."""
    values = {
        "INHERIT": f"../../{CONFIG}",
        "docs_dir": "docs",
        "use_directory_urls": False,
        "theme": {"custom_dir": templates},
        "hooks": [],
    }
    return yaml.safe_dump(values, sort_keys=False).encode()


def with_living_addresses(page: str, site_url: str) -> str:
    """Put the address that a page says it has in the living archive right: its pages are folders there."""
    if not site_url:
        return page
    pattern = re.compile(rf"{_ADDRESSES}{re.escape(escape(site_url))}([^\"<]*)\.html(?=[\"<])")
    return pattern.sub(lambda match: f"{match[1]}{escape(site_url)}{page_address(match[2])}", page)


def _written_by_hand(docs: Path) -> dict[str, bytes]:
    found = disk.find_files(docs) if disk.exists(docs) else ()
    paths = [item.path for item in found if item.path != HOME]
    return {path: disk.read(docs / path) for path in paths if path.partition("/")[0] not in GENERATED}


def _index(root: Path, catalog: Catalog) -> dict[str, bytes]:
    files = index_site(root, catalog).files
    return {f"{INDEX}/{path}": data for path, data in offline_bundle(files).items()} if files else {}


def _finish(site: Path, site_url: str) -> None:
    """Leave out what has no use in a folder, and put the addresses of the living archive right."""
    for path in _regular(site):
        if _NEEDLESS.fullmatch(path):
            disk.remove(site / path)
        elif path.endswith(".html") and site_url:
            page = with_living_addresses(disk.read(site / path).decode(), site_url)
            disk.write_if_changed(site / path, page.encode())


def _regular(folder: Path) -> Iterator[str]:
    return (item.path for item in disk.find_files(folder))
