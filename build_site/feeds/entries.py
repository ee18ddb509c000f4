"""Articles → entries of a feed, in the order in which a reader should see them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.catalog.corrections import corrections
from build_site.catalog.private import outside_its_page
from build_site.fields.edtf import Precision
from build_site.web import article_address

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.web import Settings

NEWEST = 50
"""Most entries of a feed."""
_LONG_AGO = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed."""

    id: str
    """URN that stays the same when the archive moves or is built anew."""
    address: str
    """Address of the article's page within the archive."""
    title: str
    """Headline."""
    updated: str
    """Day on which the archive last changed what it says of the article, `YYYY-MM-DD`."""
    published: str
    """Day of publication; empty where that is not exactly known."""
    summary: str
    """What the article says, in the words of this archive; else outlet and date."""
    original: str
    """Address of the original, or empty."""
    authors: tuple[str, ...]
    """By-lines."""
    topics: tuple[str, ...]
    """Labels of the topics."""
    language: str
    """BCP 47 tag, or empty."""


def newest(articles: Iterable[Article]) -> list[Article]:
    """Give the newest articles: by the day of the last change, then in the order of the catalog.

    Articles that ask search engines to stay away (`noindex`) are in no feed.
    """
    found = [article for article in articles if not article.record.noindex]
    return sorted(found, key=_updated, reverse=True)[:NEWEST]


def correction_entries(catalog: Catalog, settings: Settings) -> list[Entry]:
    """Give the newest corrections; those of articles that ask search engines to stay away are in no feed."""
    return [
        Entry(
            id=urn(f"{item.article.id}:correction:{item.number}", settings),
            address=article_address(item.article.id),
            title=f"Correction: {item.article.title.value}",
            updated=item.on.isoformat(),
            published=item.on.isoformat(),
            summary=item.note,
            original="",
            authors=(),
            topics=tuple(topic.label for topic in item.article.topics.value),
            language="",
        )
        for item in corrections(catalog)
        if not item.article.record.noindex
    ][:NEWEST]


def entry(article: Article, settings: Settings) -> Entry:
    """Make the entry of an article."""
    record, date, source = article.record, article.published.value, article.source.value
    exact = date and date.precision is Precision.DAY and not (date.uncertain or date.approximate)
    said = [source.name if source else "Source not known", date.words if date else "date not known"]
    return Entry(
        id=urn(article.id, settings),
        address=article_address(article.id),
        title=article.title.value,
        updated=_updated(article),
        published=date.first.isoformat() if date and exact else "",
        summary=outside_its_page(record.summary, article) or f"{', '.join(said)}.",
        original=record.url,
        authors=record.byline,
        topics=tuple(topic.label for topic in article.topics.value),
        language=article.language.value,
    )


def urn(name: str, settings: Settings) -> str:
    """Make a URN from the archive's name and a name within it: nothing else goes into it, so it does not change."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"press-archive:{settings.name}:{name}").urn


def _updated(article: Article) -> str:
    """Give the day of accession, review or correction, whichever is last; else the day of publication, if any."""
    record, date = article.record, article.published.value
    days: list[dt.date] = [correction.on for correction in record.corrections]
    days += [day for day in (record.accessioned, record.reviewed.on if record.reviewed else None) if day]
    if not days and date:
        days.append(date.first)
    return max(days).isoformat() if days else _LONG_AGO
