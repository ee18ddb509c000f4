"""Pages of topics: the tree of subjects, and one list a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import relative, topic_path
from build_site.page.citation import take_away
from build_site.page.lists import Listing, article_rows, list_pages
from build_site.page.markdown import count, escape, heading, link, sentences
from build_site.page.model import Page
from build_site.page.parts import blocks, parts, trail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.catalog.model import Catalog, TopicEntry

INDEX = "topics/index.md"
"""The tree of topics."""


def topic_pages(catalog: Catalog) -> Iterator[Page]:
    """Make the tree and a list for each topic that has articles, or contains one that has."""
    tree = "\n".join(line for root in roots(catalog) for line in _branch(root, catalog, 0))
    said = (
        f"{count(len(catalog.topics), 'topic')}. The number of a topic counts the articles of its narrower topics too."
    )
    body = parts(trail(INDEX), blocks([heading("Topics"), said if tree else "No article has a topic yet."]), tree)
    yield Page(INDEX, {"title": "Topics", "hide": ["toc"]}, body, "seeds/registers/")
    for entry in catalog.topics.values():
        yield from _topic(entry, catalog)


def roots(catalog: Catalog) -> list[TopicEntry]:
    """Give the topics that are part of no other."""
    return [entry for entry in catalog.topics.values() if entry.topic.broader not in catalog.topics]


def total(entry: TopicEntry, catalog: Catalog) -> int:
    """Count the articles with the topic or a narrower one, each once."""
    return len(_ids(entry, catalog))


def _ids(entry: TopicEntry, catalog: Catalog) -> set[str]:
    found = {article.id for article in entry.articles}
    return found.union(*(_ids(catalog.topics[narrower], catalog) for narrower in entry.narrower))


def _branch(entry: TopicEntry, catalog: Catalog, depth: int) -> Iterator[str]:
    name = link(entry.topic.label, relative(topic_path(entry.topic.id), INDEX))
    scope = f". {escape(entry.topic.scope)}" if entry.topic.scope else ""
    yield f"{'    ' * depth}- {name}: {count(total(entry, catalog), 'article')}{scope}"
    for narrower in entry.narrower:
        yield from _branch(catalog.topics[narrower], catalog, depth + 1)


def _topic(entry: TopicEntry, catalog: Catalog) -> list[Page]:
    topic = entry.topic

    def intro(page: str) -> str:
        narrower = [
            f"{link(other.topic.label, relative(topic_path(other.topic.id), page))} ({total(other, catalog)})"
            for other in (catalog.topics[key] for key in entry.narrower)
        ]
        # One paragraph: on a telephone each line above the list costs an article its place on the first screen.
        about = sentences(topic.scope, f"{count(len(entry.articles), 'article')} on this subject.")
        below = f"Narrower topics: {', '.join(narrower)}" if narrower else ""
        return blocks([about, below, take_away("topics", topic.id, page)])

    above = (("Topics", INDEX), *_broader(entry, catalog))
    rows = article_rows(entry.articles)
    return list_pages(Listing(topic_path(topic.id), topic.label, len(entry.articles), rows, intro, above))


def _broader(entry: TopicEntry, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Give the topics above, widest first, with their pages."""
    above = catalog.topics.get(entry.topic.broader)
    if above is None:
        return ()
    return (*_broader(above, catalog), (above.topic.label, topic_path(above.topic.id)))
