"""The home page: what this archive is, its numbers, the ways in, and the newest articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.article.model import Edition
from build_site.page import dates, people, sources, topics
from build_site.page.address import HOME, date_path, source_path, topic_path
from build_site.page.lists import article_list
from build_site.page.markdown import bullets, count, escape, heading, link
from build_site.page.model import Page
from build_site.page.parts import blocks, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.catalog.model import Catalog
    from build_site.web import Settings

_NEWEST = 10
_SHOWN = 6


def home_page(catalog: Catalog, settings: Settings) -> Page:
    """Make the home page. Its front matter tells the templates which edition this is."""
    matter: dict[str, Any] = {
        "title": settings.name,
        "edition": catalog.edition.value,
        "private": catalog.private,
        "template": "home.html",
        "hide": ["toc"],
    }
    lead = blocks([heading(settings.name), escape(settings.description), _numbers(catalog)])
    newest = article_list(catalog.articles[:_NEWEST], HOME) or "There is no article yet."
    ways = (_topics(catalog), _people(catalog), _dates(catalog), _sources(catalog))
    return Page(HOME, matter, parts(lead, *ways, blocks([heading("Newest articles", 2), newest])))


def _numbers(catalog: Catalog) -> str:
    """Say how many articles there are and how many can be read here."""
    held = count(catalog.held, "text") if catalog.held else "no text"
    said = f"{count(len(catalog.articles), 'article')}, {held} held."
    if catalog.edition is Edition.FULL:
        return f"{said} This is the full edition."
    return f"{said} This is the public edition: it shows what may be published."


def _way(question: str, said: str, items: Sequence[str], rest: str) -> str:
    """Write one way in: a question, how much there is, the first answers, and a link to all of them."""
    return blocks([heading(question, 2), said, bullets([*items, rest])])


def _topics(catalog: Catalog) -> str:
    widest = [(topics.total(entry, catalog), entry) for entry in topics.roots(catalog)]
    widest.sort(key=lambda item: -item[0])
    items = [f"{link(entry.topic.label, topic_path(entry.topic.id))} ({total})" for total, entry in widest[:_SHOWN]]
    return _way("What about", count(len(catalog.topics), "topic"), items, link("All topics", topics.INDEX))


def _people(catalog: Catalog) -> str:
    """Lead to the letters, and to nobody in particular: how often a person is mentioned says nothing about them."""
    said = f"{count(len(catalog.people), 'name')} that articles mention"
    return blocks(
        [
            heading("Who is mentioned", 2),
            said,
            people.letters(catalog.people, HOME),
            bullets([link("All people", people.INDEX)]),
        ]
    )


def _dates(catalog: Catalog) -> str:
    years = list(catalog.dates.items())
    items = [f"{link(str(year), date_path(year))} ({dates.total(months)})" for year, months in years[:_SHOWN]]
    if catalog.undated:
        items.append(f"{link('Date not known', dates.UNDATED)} ({len(catalog.undated)})")
    return _way("When", count(len(years), "year"), items, link("All dates", dates.INDEX))


def _sources(catalog: Catalog) -> str:
    largest = sorted(catalog.sources, key=lambda entry: -len(entry.articles))[:_SHOWN]
    items = [f"{link(entry.name, source_path(entry.key))} ({len(entry.articles)})" for entry in largest]
    if catalog.unsourced:
        items.append(f"{link('Source not known', sources.UNKNOWN)} ({len(catalog.unsourced)})")
    return _way("Where from", count(len(catalog.sources), "source"), items, link("All sources", sources.INDEX))
