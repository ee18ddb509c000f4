"""Catalog → rows of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.private import outside_its_page
from build_site.web import article_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog, PersonEntry, SourceEntry, TopicEntry
    from build_site.data.tables import Row
    from build_site.web import Settings


def all_rows(catalog: Catalog, settings: Settings) -> dict[str, list[Row]]:
    """Make the rows of each table, by its name, in the order of the catalog; of subjects and mentions, by article."""
    outlets = {article.id: entry.key for entry in catalog.sources for article in entry.articles}
    order = {article.id: number for number, article in enumerate(catalog.articles)}
    return {
        "sources": [_source(entry) for entry in catalog.sources],
        "topics": [_topic(entry) for entry in catalog.topics.values()],
        "people": [_person(entry) for entry in catalog.people],
        "articles": [_article(article, outlets.get(article.id, ""), settings) for article in catalog.articles],
        "subjects": [row for article in catalog.articles for row in _subjects(article)],
        "mentions": sorted(_mentions(catalog), key=lambda row: (order[str(row["article"])], str(row["person"]))),
    }


def _source(entry: SourceEntry) -> Row:
    source = entry.source
    return {
        "id": entry.key,
        "name": entry.name,
        "kind": source.kind if source else "",
        "registered": source is not None,
        "wikidata": source.wikidata if source else "",
        "articles": len(entry.articles),
    }


def _topic(entry: TopicEntry) -> Row:
    topic = entry.topic
    return {
        "id": topic.id,
        "label": topic.label,
        "scope": topic.scope,
        "broader": topic.broader,
        "iptc": topic.iptc,
        "wikidata": topic.wikidata,
        "articles": len(entry.articles),
    }


def _person(entry: PersonEntry) -> Row:
    person = entry.person
    return {
        "id": entry.key,
        "name": entry.name,
        "sort_name": entry.sort_name,
        "confirmed": person is not None,
        "note": person.note if person else "",
        "wikidata": person.wikidata if person else "",
        "articles": len(entry.articles),
    }


def _article(article: Article, outlet: str, settings: Settings) -> Row:
    record, date = article.record, article.published.value
    address = article_address(article.id)
    return {
        "id": article.id,
        "page": settings.absolute(address) or address,
        "title": article.title.value,
        "title_origin": article.title.origin.value,
        "subtitle": record.subtitle,
        "byline": "; ".join(record.byline),
        "source": outlet,
        "source_origin": article.source.origin.value,
        "published": str(date) if date else "",
        "published_first": date.first.isoformat() if date else "",
        "published_last": date.last.isoformat() if date else "",
        "published_origin": article.published.origin.value,
        "language": article.language.value,
        "summary": outside_its_page(record.summary, article),
        "outcome": outside_its_page(record.outcome, article),
        "access": article.access.value,
        "held": article.held,
        "rights": record.rights.uri,
        "rights_holder": record.rights.holder,
        "url": record.url,
        "archived_url": record.archived_url,
        "reviewed": record.reviewed.on.isoformat() if record.reviewed else "",
    }


def _subjects(article: Article) -> Iterator[Row]:
    for topic in article.topics.value:
        yield {"article": article.id, "topic": topic.id, "origin": article.topics.origin.value}


def _mentions(catalog: Catalog) -> Iterator[Row]:
    """Give the mentions of indexed names only; two spellings of one name in an article are one mention."""
    for entry in catalog.people:
        for article in {item.id: item for item in entry.articles}.values():
            yield {"article": article.id, "person": entry.key, "origin": article.people.origin.value}
