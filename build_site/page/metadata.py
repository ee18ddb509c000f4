"""Pages with their metadata for machines."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from build_site.metadata.article import Known, article_metadata
from build_site.metadata.lists import corrections_metadata, home_metadata, list_metadata
from build_site.page.address import HOME, article_path, source_path, topic_path
from build_site.page.corrections import INDEX as CORRECTIONS
from build_site.web import source_address, topic_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_site.catalog.model import Catalog
    from build_site.metadata.model import Metadata
    from build_site.page.model import Page
    from build_site.web import Settings


def adding_metadata(catalog: Catalog, settings: Settings) -> Callable[[Page], Page]:
    """Make what puts metadata into the front matter of the home page, articles, topics and sources."""
    known = dict(_all(catalog, settings))

    def added(page: Page) -> Page:
        make = known.get(page.path)
        return replace(page, front_matter={**page.front_matter, "metadata": make().front_matter()}) if make else page

    return added


def _all(catalog: Catalog, settings: Settings) -> Iterator[tuple[str, Callable[[], Metadata]]]:
    """Say how each page's metadata is made; it is made with the page, so that only one is held at a time."""
    registered = Known.of(catalog)
    yield HOME, partial(home_metadata, settings)
    yield CORRECTIONS, partial(corrections_metadata, settings)
    for article in catalog.articles:
        yield article_path(article.id), partial(article_metadata, article, settings, registered)
    for key, topic in catalog.topics.items():
        label, above = topic.topic.label, ("Topics", "topics/")
        yield topic_path(key), partial(list_metadata, label, topic_address(key), above, settings, f"topics/{key}")
    for source in catalog.sources:
        key, above = source.key, ("Sources", "sources/")
        place = partial(list_metadata, source.name, source_address(key), above, settings, f"sources/{key}")
        yield source_path(key), place
