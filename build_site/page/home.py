"""The home page: what this archive is, its numbers, the newest articles, and the ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.article.model import Edition
from build_site.page import dates, people, sources, topics
from build_site.page.address import HOME
from build_site.page.lists import article_item
from build_site.page.markdown import bullets, count, escape, heading, link
from build_site.page.model import Page

if TYPE_CHECKING:
    from build_site.catalog.model import Catalog
    from build_site.page.settings import Settings

_NEWEST = 10


def home_page(catalog: Catalog, settings: Settings) -> Page:
    """Make the home page. Its front matter tells the templates which edition this is."""
    matter: dict[str, Any] = {
        "title": settings.name,
        "edition": catalog.edition.value,
        "private": catalog.private,
        "template": "home.html",
        "hide": ["toc"],
    }
    newest = [article_item(article, HOME) for article in catalog.articles[:_NEWEST]]
    blocks = [
        heading(settings.name),
        escape(settings.description),
        _numbers(catalog),
        bullets(_ways_in(catalog)),
        heading("Newest", 2) if newest else "",
        bullets(newest),
    ]
    return Page(HOME, matter, "\n\n".join(block for block in blocks if block))


def _numbers(catalog: Catalog) -> str:
    """Say how many articles there are and how many can be read here."""
    said = f"{count(len(catalog.articles), 'article')}, {count(catalog.held, 'text')} held."
    if catalog.edition is Edition.FULL:
        return f"{said} This is the full edition."
    return f"{said} This is the public edition: it shows what may be published."


def _ways_in(catalog: Catalog) -> list[str]:
    undated = f", {count(len(catalog.undated), 'article')} without a date" if catalog.undated else ""
    return [
        f"{link('Topics', topics.INDEX)}: what the articles are about ({count(len(catalog.topics), 'topic')})",
        f"{link('People', people.INDEX)}: who is mentioned ({count(len(catalog.people), 'person')})",
        f"{link('Sources', sources.INDEX)}: where they were published ({count(len(catalog.sources), 'source')})",
        f"{link('Dates', dates.INDEX)}: when they were published ({count(len(catalog.dates), 'year')}{undated})",
    ]
