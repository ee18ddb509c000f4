"""What stands for an article as an edition shows it: what is made from articles tells by it whether they changed.

Precondition: what an edition shows of an article is a function of the article itself, of the edition, of whether it is
embargoed today, and for a Markdown text of the articles that it can link to (`article/edition.py`). The edition is the
same for all articles, so it is no part of a mark.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from build_site.problem import Position

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_site.article.kept import Mark
    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.registers.model import Person, Source, Topic


class Marks:
    """Marks of the articles of a catalog."""

    def __init__(self, catalog: Catalog, marks: Mapping[str, Mark]) -> None:
        """Take the marks of the articles before an edition was chosen, by id."""
        self._catalog = catalog
        self._marks = marks
        self._of: dict[str, str] = {}
        self._cards: dict[str, str] = {}
        self._topics: dict[str, str] = {}
        # Now, since several processes ask for it.
        self.all_cards = self._all()
        """What stands for all articles without their texts, in the catalog's order, and for its names and topics."""

    def of(self, article: Article) -> str:
        """Give what stands for all of an article."""
        if article.id not in self._of:
            found = (self._marks[article.id].whole, self._shown(article), self._ids if article.marked else "")
            self._of[article.id] = _digest(found)
        return self._of[article.id]

    def card(self, article: Article) -> str:
        """Give what stands for an article without its text and the evidence for its values."""
        if article.id not in self._cards:
            self._cards[article.id] = _digest((self._marks[article.id].card, self._shown(article)))
        return self._cards[article.id]

    def _all(self) -> str:
        of = self._catalog
        topics = [self._topic(one.topic) for one in of.topics.values()]
        people = [(one.key, one.name, _entry(one.person)) for one in of.people]
        sources = [(one.key, one.name, _entry(one.source)) for one in of.sources]
        return _digest(([self.card(article) for article in (*of.articles, *of.withdrawn)], people, sources, topics))

    def _shown(self, article: Article) -> object:
        topics = [self._topic(topic) for topic in article.topics.value]
        return article.id, article.embargoed, article.held, article.access.value, topics

    def _topic(self, topic: Topic) -> str:
        # A mark knows topics by their ids; a page shows their labels.
        if topic.id not in self._topics:
            self._topics[topic.id] = _digest(_entry(topic))
        return self._topics[topic.id]

    @cached_property
    def _ids(self) -> str:
        return _digest(sorted(article.id for article in (*self._catalog.articles, *self._catalog.withdrawn)))


def _entry(entry: Person | Source | Topic | None) -> object:
    """Leave out where an entry stands in its register."""
    return replace(entry, position=Position("")) if entry else None


def _digest(found: object) -> str:
    return hashlib.sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()[:32]
