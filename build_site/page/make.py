"""Catalog → all pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.carried import Carried
from build_site.catalog.related import Relations
from build_site.page.article import article_page
from build_site.page.corrections import correction_pages
from build_site.page.data import data_page
from build_site.page.dates import date_pages
from build_site.page.former import former_pages
from build_site.page.home import home_page
from build_site.page.links import Links
from build_site.page.metadata import with_metadata
from build_site.page.people import person_pages
from build_site.page.removal import removal_page
from build_site.page.search import search_page
from build_site.page.sources import source_pages
from build_site.page.topics import topic_pages
from build_site.problem import Position, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.catalog.model import Catalog
    from build_site.page.model import Page
    from build_site.web import Settings


def make_pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Make every generated page; two pages at one address are an error."""
    seen: dict[str, str] = {}
    for page in with_metadata(_all(catalog, settings), catalog, settings):
        folded = page.path.lower()
        if folded in seen:
            message = f"two pages would stand at docs/{page.path}"
            raise problem(Position(page.made_from), message, "give one of the two another id")
        seen[folded] = page.path
        yield page


def _all(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    links, relations, carried = Links(catalog), Relations(catalog), Carried(catalog)
    yield home_page(catalog, settings)
    for article in (*catalog.articles, *catalog.withdrawn):
        yield article_page(article, links, relations, carried, settings)
    yield from topic_pages(catalog)
    yield from person_pages(catalog)
    yield from source_pages(catalog)
    yield from date_pages(catalog)
    yield search_page()
    yield from correction_pages(catalog)
    yield removal_page(settings)
    yield from former_pages(catalog)
    yield data_page(catalog, settings)
