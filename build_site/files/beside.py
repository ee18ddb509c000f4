"""Every generated file that is no page: references, data, feeds, provenance, and the picture for shared links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from build_site.cite.make import cite_recipes
from build_site.data.make import data_recipes
from build_site.describe.provenance import provenance_recipes
from build_site.feeds.make import feed_recipes
from build_site.machine.recipes import Recipe
from build_site.metadata.picture import picture_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.catalog.marks import Marks
    from build_site.catalog.model import Catalog
    from build_site.web import Settings


def recipes_beside_pages(catalog: Catalog, settings: Settings, marks: Marks | None = None) -> Iterator[Recipe]:
    """Say how they are made. Some data hold every text, so they are made whenever anything is."""
    yield from cite_recipes(catalog, settings, marks)
    yield from data_recipes(catalog, settings, marks)
    yield from feed_recipes(catalog, settings, marks)
    yield Recipe("picture", marks and marks.all_cards, partial(picture_files, catalog, settings))
    yield from provenance_recipes(catalog, marks)


def files_beside_pages(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    """Make them: path under `docs/` and on the web → content."""
    return {path: data for one in recipes_beside_pages(catalog, settings) for path, data in one.make().items()}
