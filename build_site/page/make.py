"""Catalog → all pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.carried import Carried
from build_site.catalog.related import Relations
from build_site.machine import forks
from build_site.machine.progress import counter
from build_site.page.article import article_page
from build_site.page.corrections import correction_pages
from build_site.page.data import data_page
from build_site.page.dates import date_pages
from build_site.page.former import former_pages
from build_site.page.home import home_page
from build_site.page.links import Links
from build_site.page.metadata import adding_metadata
from build_site.page.people import person_pages
from build_site.page.removal import removal_page
from build_site.page.search import search_page
from build_site.page.sources import source_pages
from build_site.page.topics import topic_pages
from build_site.problem import Position, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.page.model import Page
    from build_site.web import Settings


def make_pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Make every generated page; two pages at one address are an error."""
    added, check = adding_metadata(catalog, settings), _Addresses()
    make = _article_maker(catalog, settings)
    for page in (*map(make, _articles(catalog)), *_lists(catalog, settings)):
        check(page.path, page.made_from)
        yield added(page)


def make_files(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    """Make the files of every generated page: path under `docs/` → content; errors as for `make_pages`.

    Several processes share the articles. What comes out is the same as from `make_pages`.
    """
    added, check = adding_metadata(catalog, settings), _Addresses()
    make, articles = _article_maker(catalog, settings), _articles(catalog)

    def written(page: Page) -> tuple[str, str, bytes]:
        return page.path, page.made_from, added(page).text.encode()

    lists: list[tuple[str, str, bytes]] = []
    made = forks.share(
        lambda article: written(make(article)),
        articles,
        lambda: lists.extend(map(written, _lists(catalog, settings))),
        tell=counter(len(articles)),
    )
    for path, made_from, _ in (*made, *lists):
        check(path, made_from)
    return {path: data for path, _, data in (*made, *lists)}


class _Addresses:
    """The addresses that are taken; upper and lower case are one, as they are on many disks."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def __call__(self, path: str, made_from: str) -> None:
        """Take one. Errors: it is taken."""
        if path.lower() in self._taken:
            message = f"two pages would stand at docs/{path}"
            raise problem(Position(made_from), message, "give one of the two another id")
        self._taken.add(path.lower())


def _articles(catalog: Catalog) -> tuple[Article, ...]:
    return (*catalog.articles, *catalog.withdrawn)


def _article_maker(catalog: Catalog, settings: Settings) -> Callable[[Article], Page]:
    links, relations, carried = Links(catalog), Relations(catalog), Carried(catalog)
    return lambda article: article_page(article, links, relations, carried, settings)


def _lists(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Make every page that is none of an article."""
    yield home_page(catalog, settings)
    yield from topic_pages(catalog)
    yield from person_pages(catalog)
    yield from source_pages(catalog)
    yield from date_pages(catalog)
    yield search_page()
    yield from correction_pages(catalog)
    yield removal_page(settings)
    yield from former_pages(catalog)
    yield data_page(catalog, settings)
