"""Pages of topics: the tree of subjects, and one list a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import relative, topic_path
from build_site.page.lists import article_rows, list_pages
from build_site.page.markdown import count, escape, heading, link
from build_site.page.model import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.catalog.model import Catalog, TopicEntry

INDEX = "topics/index.md"
"""The tree of topics."""


def topic_pages(catalog: Catalog) -> Iterator[Page]:
    """Make the tree and a list for each topic that has articles, or contains one that has."""
    roots = [entry for entry in catalog.topics.values() if entry.topic.broader not in catalog.topics]
    tree = "\n".join(line for root in roots for line in _branch(root, catalog, 0))
    empty = "No article has a topic yet."
    yield Page(
        INDEX, {"title": "Topics", "hide": ["toc"]}, f"{heading('Topics')}\n\n{tree or empty}", "seeds/registers/"
    )
    for entry in catalog.topics.values():
        yield from _topic(entry, catalog)


def _branch(entry: TopicEntry, catalog: Catalog, depth: int) -> Iterator[str]:
    name = link(entry.topic.label, relative(topic_path(entry.topic.id), INDEX))
    scope = f" {escape(entry.topic.scope)}" if entry.topic.scope else ""
    yield f"{'    ' * depth}- {name} ({len(entry.articles)}){'.' + scope if scope else ''}"
    for narrower in entry.narrower:
        yield from _branch(catalog.topics[narrower], catalog, depth + 1)


def _topic(entry: TopicEntry, catalog: Catalog) -> list[Page]:
    topic = entry.topic

    def intro(page: str) -> str:
        blocks = [escape(topic.scope)] if topic.scope else []
        related = [("Part of", [topic.broader] if topic.broader else []), ("Narrower topics", list(entry.narrower))]
        for words, ids in related:
            labels = [link(catalog.topics[other].topic.label, relative(topic_path(other), page)) for other in ids]
            blocks += [f"{words}: {', '.join(labels)}"] if labels else []
        blocks.append(f"{count(len(entry.articles), 'article')} on this subject.")
        return "\n\n".join(blocks)

    rows = article_rows(entry.articles)
    return list_pages(topic_path(topic.id), topic.label, len(entry.articles), rows, intro)
