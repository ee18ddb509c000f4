"""Articles → catalog."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.catalog.model import Catalog, PersonEntry, SourceEntry, TopicEntry
from build_site.catalog.slug import fold, slug
from build_site.fields.parts import Access

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.article.model import Article, Edition, PersonName, SourceName
    from build_site.registers.model import Registers


def build_catalog(articles: Iterable[Article], registers: Registers, edition: Edition) -> Catalog:
    """Put all articles of an edition in order."""
    everything = list(articles)
    shown = sorted((item for item in everything if item.access is not Access.WITHDRAWN), key=_newest_first)
    return Catalog(
        edition=edition,
        articles=tuple(shown),
        withdrawn=tuple(sorted((item for item in everything if item.access is Access.WITHDRAWN), key=lambda a: a.id)),
        topics=_by_topic(shown, registers),
        people=_by_person(shown, registers),
        sources=_by_source(shown, registers),
        dates=_by_date(shown),
        undated=tuple(item for item in shown if item.published.value is None),
        unsourced=tuple(item for item in shown if item.source.value is None),
    )


def _newest_first(article: Article) -> tuple[int, str, str]:
    date = article.published.value
    return (-date.first.toordinal() if date else 0, fold(article.title.value), article.id)


def _by_topic(articles: list[Article], registers: Registers) -> dict[str, TopicEntry]:
    direct: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for topic in article.topics.value:
            direct[topic.id].append(article)
    used = set(direct)
    for topic_id in direct:
        above = registers.topics[topic_id].broader
        while above and above not in used:
            used.add(above)
            above = registers.topics[above].broader
    order = sorted(used, key=lambda key: fold(registers.topics[key].label))
    return {key: _topic_entry(key, direct, order, registers) for key in order}


def _topic_entry(key: str, direct: dict[str, list[Article]], order: list[str], registers: Registers) -> TopicEntry:
    narrower = tuple(other for other in order if registers.topics[other].broader == key)
    return TopicEntry(registers.topics[key], tuple(direct.get(key, ())), narrower)


def _by_person(articles: list[Article], registers: Registers) -> tuple[PersonEntry, ...]:
    """Gather names: by the register's id, or by the very same name where the register has no entry."""
    found: dict[str, list[Article]] = defaultdict(list)
    names: dict[str, PersonName] = {}
    for article in articles:
        for name in article.people.value:
            if name.indexed:
                key = f"id:{name.id}" if name.id else f"name:{name.name.casefold()}"
                found[key].append(article)
                names.setdefault(key, name)
    entries = [
        PersonEntry(name.id, name.name, name.sort_name, tuple(found[key]), registers.people.get(name.id))
        for key, name in names.items()
    ]
    ordered = sorted(entries, key=lambda entry: (fold(entry.sort_name), entry.sort_name, entry.key))
    return _with_keys(ordered, set(registers.people))


def _with_keys(entries: list[PersonEntry], taken: set[str]) -> tuple[PersonEntry, ...]:
    stems = _stems([(entry.key, entry.name) for entry in entries], taken)
    return tuple(replace(entry, key=stem) for stem, entry in zip(stems, entries, strict=True))


def _stems(names: list[tuple[str, str]], taken: set[str]) -> list[str]:
    """Give each (id, name) the stem of its page: the id, or a slug of the name; a number parts slugs that are alike."""
    stems = []
    for id_, name in names:
        stem, number = id_ or slug(name), 1
        key = stem
        while not id_ and key in taken:
            number += 1
            key = f"{stem}-{number}"
        taken.add(key)
        stems.append(key)
    return stems


def _by_source(articles: list[Article], registers: Registers) -> tuple[SourceEntry, ...]:
    """Gather outlets: by the register's id, or by the very same name where the register has no entry."""
    found: dict[str, list[Article]] = defaultdict(list)
    names: dict[str, SourceName] = {}
    for article in articles:
        source = article.source.value
        if source:
            key = f"id:{source.id}" if source.id else f"name:{source.name.casefold()}"
            found[key].append(article)
            names.setdefault(key, source)
    stems = _stems([(name.id, name.name) for name in names.values()], set(registers.sources))
    entries = [
        SourceEntry(stem, name.name, tuple(found[key]), registers.sources.get(name.id))
        for stem, (key, name) in zip(stems, names.items(), strict=True)
    ]
    return tuple(sorted(entries, key=lambda entry: fold(entry.name).removeprefix("the ")))


def _by_date(articles: list[Article]) -> dict[int, dict[int, tuple[Article, ...]]]:
    years: dict[int, dict[int, list[Article]]] = defaultdict(lambda: defaultdict(list))
    for article in articles:
        date = article.published.value
        if date:
            years[date.year][date.month].append(article)
    return {
        year: {month: tuple(years[year][month]) for month in sorted(years[year], reverse=True)}
        for year in sorted(years, reverse=True)
    }
