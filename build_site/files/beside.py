"""Every generated file that is no page: references, data, feeds, provenance, and the picture for shared links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.cite.make import cite_files
from build_site.data.make import data_files
from build_site.describe.provenance import provenance_files
from build_site.feeds.make import feed_files
from build_site.metadata.picture import picture_files

if TYPE_CHECKING:
    from build_site.catalog.model import Catalog
    from build_site.web import Settings


def files_beside_pages(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    """Make them: path under `docs/` and on the web → content."""
    references, data = cite_files(catalog, settings), data_files(catalog, settings)
    more = feed_files(catalog, settings) | picture_files(catalog, settings)
    return references | data | more | provenance_files(catalog)
