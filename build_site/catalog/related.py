"""Articles that have people or topics in common, with what they have in common.

Linear in the number of articles: for each person and topic of an article only its nearest neighbours in the catalog's
order are looked at, so that a topic of thousands of articles costs as little as one of fifty.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

NEIGHBOURS = 25
"""Articles looked at on each side, for each person and topic."""
WEIGHTS = {"person": 3, "name": 2, "topic": 1}
"""What orders related articles: a person counts for three topics, an unconfirmed name for two."""
MOST = 5
"""Related articles of one article."""


@dataclass(frozen=True, slots=True)
class Related:
    """An article with what it has in common with another."""

    article: Article
    """The other article."""
    people: int
    """People of the register whom both mention."""
    names: int
    """Names that both mention and that nobody has confirmed to stand for one person."""
    topics: int
    """Topics that both have."""


class Relations:
    """Finds related articles within one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._articles = catalog.articles
        self._place = {article.id: place for place, article in enumerate(catalog.articles)}
        # Features by number: a hundred articles are compared with each, and numbers are compared soonest.
        numbers: dict[tuple[str, str], int] = {}
        self._features = [
            frozenset([numbers.setdefault(feature, len(numbers)) for feature in sorted(_features(article))])
            for article in catalog.articles
        ]
        self._kinds = [kind for kind, _ in numbers]
        self._weights = [WEIGHTS[kind] for kind in self._kinds]
        self._having: list[list[int]] = [[] for _ in numbers]
        for place, features in enumerate(self._features):
            for feature in features:
                self._having[feature].append(place)

    def of(self, article: Article) -> tuple[Related, ...]:
        """Give the articles that have most in common, strongest first, then nearest in time."""
        here = self._place[article.id]
        own, features, weight = self._features[here], self._features, self._weights.__getitem__
        order = [(-sum(map(weight, own & features[place])), abs(place - here), place) for place in self._near(here)]
        return tuple(self._related(here, place) for _, _, place in sorted(order)[:MOST])

    def _near(self, here: int) -> set[int]:
        near: set[int] = set()
        for feature in self._features[here]:
            places = self._having[feature]
            middle = bisect_left(places, here)
            near.update(places[max(0, middle - NEIGHBOURS) : middle])
            near.update(places[middle + 1 : middle + 1 + NEIGHBOURS])
        return near

    def _related(self, here: int, there: int) -> Related:
        kinds = [self._kinds[feature] for feature in self._features[here] & self._features[there]]
        return Related(self._articles[there], kinds.count("person"), kinds.count("name"), kinds.count("topic"))


def _features(article: Article) -> frozenset[tuple[str, str]]:
    """People who are named on the article's own page only relate it to nothing."""
    people = [person for person in article.people.value if person.indexed]
    named = {("person", person.id) if person.id else ("name", person.name.casefold()) for person in people}
    return frozenset(named | {("topic", topic.id) for topic in article.topics.value})
