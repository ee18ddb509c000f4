"""Catalog → the files of the feeds: the archive, its corrections, each topic and each source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from build_site.feeds.atom import atom
from build_site.feeds.entries import Entry, correction_entries, entry, newest
from build_site.feeds.json_feed import json_feed
from build_site.machine.recipes import Recipe
from build_site.web import CORRECTIONS, source_address, topic_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_site.article.model import Article
    from build_site.catalog.marks import Marks
    from build_site.catalog.model import Catalog
    from build_site.feeds.entries import Entry
    from build_site.web import Settings


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is about."""

    stem: str
    """Path of its files below `feeds/`, without ending."""
    title: str
    """Its title."""
    address: str
    """Address, within the archive, of the page that lists the same articles."""

    @property
    def atom(self) -> str:
        """Path of the Atom file, under `docs/` and on the web."""
        return f"feeds/{self.stem}.xml"

    @property
    def json(self) -> str:
        """Path of the JSON Feed file."""
        return f"feeds/{self.stem}.json"

    def link(self, address: str, settings: Settings) -> str:
        """Link to an address within the archive: absolute, or relative to the feed where the archive has none."""
        if settings.site_url:
            return settings.absolute(address)
        folder = self.atom[: self.atom.rindex("/") + 1]
        if address.startswith(folder):
            return address.removeprefix(folder)
        up = "../" * folder.count("/")
        return f"{up}{address}" if address else up.removesuffix("/")


def feed_files(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    """Make every feed, by its path under `docs/`."""
    return {path: data for one in feed_recipes(catalog, settings) for path, data in one.make().items()}


def feed_recipes(catalog: Catalog, settings: Settings, marks: Marks | None = None) -> Iterator[Recipe]:
    """Say how each feed is made."""
    known: dict[str, Entry] = {}

    def made(article: Article) -> Entry:
        if article.id not in known:
            known[article.id] = entry(article, settings)
        return known[article.id]

    for feed, articles in _feeds(catalog, settings):
        inputs = marks and (feed, [marks.card(article) for article in articles])
        entries = partial(_entries, articles, made)
        yield Recipe(f"feed {feed.stem}", inputs, partial(_files, feed, entries, settings))
    corrected = Feed("corrections", f"{settings.name}: corrections", CORRECTIONS)
    entries = partial(correction_entries, catalog, settings)
    yield Recipe(f"feed {corrected.stem}", None, partial(_files, corrected, entries, settings))


def _entries(articles: Sequence[Article], made: Callable[[Article], Entry]) -> list[Entry]:
    return [made(article) for article in newest(articles)]


def _files(feed: Feed, entries: Callable[[], Sequence[Entry]], settings: Settings) -> dict[str, bytes]:
    found = entries()
    return {feed.atom: atom(feed, found, settings), feed.json: json_feed(feed, found, settings)}


def _feeds(catalog: Catalog, settings: Settings) -> Iterator[tuple[Feed, Sequence[Article]]]:
    yield Feed("all", settings.name, ""), catalog.articles
    for key, topic in catalog.topics.items():
        title = f"{settings.name}: {topic.topic.label}"
        yield Feed(f"topics/{key}", title, topic_address(key)), topic.articles
    for source in catalog.sources:
        title = f"{settings.name}: {source.name}"
        yield Feed(f"sources/{source.key}", title, source_address(source.key)), source.articles
