"""Pages of sources: all outlets with their span, and one list an outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import relative, source_path
from build_site.page.citation import take_away
from build_site.page.lists import Listing, article_rows, list_pages
from build_site.page.markdown import bullets, count, escape, link, sentences
from build_site.page.parts import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog, SourceEntry
    from build_site.page.model import Page

INDEX = "sources/index.md"
"""The list of sources."""
UNKNOWN = "sources/not_known.md"
"""The articles whose source is not known. No id of a source and no slug has an underscore."""
_ABOVE = ("Sources", INDEX)


def source_pages(catalog: Catalog) -> Iterator[Page]:
    """Make the list of outlets, a list of articles for each, and one for what has no known source."""
    entries = catalog.sources

    def rows(page: str, start: int, end: int) -> str:
        return bullets([_row(entry, page) for entry in entries[start:end]]) or "No source is known yet."

    def intro(page: str) -> str:
        said = f"{count(len(entries), 'source')}, each with the years from which there are articles."
        number = link(count(len(catalog.unsourced), "article"), relative(UNKNOWN, page))
        return f"{said} The source of {number} is not known." if catalog.unsourced else said

    yield from list_pages(Listing(INDEX, "Sources", len(entries), rows, intro))
    for entry in entries:
        yield from _source(entry)
    if catalog.unsourced:
        yield from _unknown(catalog.unsourced)


def span(entry: SourceEntry) -> str:
    """Say from when to when the outlet's articles reach, as far as their dates are known."""
    years = [article.published.value.year for article in entry.articles if article.published.value]
    if not years:
        return "dates not known"
    return f"{min(years)}" if min(years) == max(years) else f"{min(years)} to {max(years)}"


def _row(entry: SourceEntry, page: str) -> str:
    kind = f", {escape(entry.source.kind)}" if entry.source and entry.source.kind else ""
    name = link(entry.name, relative(source_path(entry.key), page))
    return f"{name}{kind}: {count(len(entry.articles), 'article')}, {span(entry)}"


def _source(entry: SourceEntry) -> list[Page]:
    def intro(page: str) -> str:
        source = entry.source
        kind = source.kind[:1].upper() + source.kind[1:] if source else ""
        note = source.note if source else "This name has no entry in the register of sources yet."
        number = f"{count(len(entry.articles), 'article')}, {span(entry)}."
        return blocks([sentences(kind, note, number), take_away("sources", entry.key, page)])

    rows = article_rows(entry.articles)
    return list_pages(Listing(source_path(entry.key), entry.name, len(entry.articles), rows, intro, (_ABOVE,)))


def _unknown(articles: tuple[Article, ...]) -> list[Page]:
    intro = f"{count(len(articles), 'article')}. Neither a text nor a record names the outlet that published them."
    rows = article_rows(articles)
    return list_pages(Listing(UNKNOWN, "Source not known", len(articles), rows, lambda _: intro, (_ABOVE,)))
