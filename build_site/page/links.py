"""Which names on an article's page have a page to lead to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from build_site.page.address import article_path, person_path, relative, source_path
from build_site.page.language import language_attributes
from build_site.page.markdown import escape, link

if TYPE_CHECKING:
    from build_site.article.model import Article, PersonName
    from build_site.catalog.model import Catalog


class Links:
    """Writes the links of articles' pages within one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._people = {entry.person.id if entry.person else entry.name: entry for entry in catalog.people}
        self._sources = {entry.name: entry.key for entry in catalog.sources}
        dated = [article for article in catalog.articles if article.published.value]
        self._earlier = {later.id: earlier for later, earlier in pairwise(dated)}
        self._later = {earlier.id: later for later, earlier in pairwise(dated)}

    def person(self, person: PersonName, page: str) -> str:
        """Write a person's name, as a link where the name has a page."""
        entry = self._people.get(person.id or person.name)
        if entry is None or not entry.has_page or not person.indexed:
            return escape(person.name)
        return link(person.name, relative(person_path(entry.key), page))

    def source(self, name: str, page: str) -> str:
        """Write an outlet's name as a link."""
        return link(name, relative(source_path(self._sources[name]), page))

    def article(self, article: Article, page: str) -> str:
        """Write an article's title as a link."""
        return link(article.title.value, relative(article_path(article.id), page), language_attributes(article))

    def inputs(self, article: Article) -> object:
        """Give all that the links to an article's source and people are made from, apart from the article."""
        entries = [self._people.get(person.id or person.name) for person in article.people.value]
        source = article.source.value
        return [(entry.has_page, entry.key) if entry else () for entry in entries], source and self._sources[
            source.name
        ]

    def neighbours(self, article: Article) -> tuple[tuple[str, Article], ...]:
        """Give the articles before and after this one in time, each with the word for it."""
        both = (("Earlier", self._earlier.get(article.id)), ("Later", self._later.get(article.id)))
        return tuple((word, other) for word, other in both if other)
