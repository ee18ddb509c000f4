"""Articles that have people or topics in common, with what they have in common.

Linear in the number of articles: for each person and topic of an article only its nearest neighbours in the catalog's
order are looked at, so that a topic of thousands of articles costs as little as one of fifty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        self._features: list[frozenset[tuple[str, str]]] = [_features(article) for article in catalog.articles]
        self._having: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, features in enumerate(self._features):
            for feature in features:
                self._having[feature].append(place)

    def of(self, article: Article) -> tuple[Related, ...]:
        """Give the articles that have most in common, strongest first, then nearest in time."""
        here = self._place[article.id]
        own, features = self._features[here], self._features
        strength = {place: sum([WEIGHTS[kind] for kind, _ in own & features[place]]) for place in set(self._near(here))}
        order = sorted(strength, key=lambda place: (-strength[place], abs(place - here), place))
        return tuple(self._related(here, place) for place in order[:MOST])

    def _near(self, here: int) -> Iterator[int]:
        for feature in sorted(self._features[here]):
            places = self._having[feature]
            middle = bisect_left(places, here)
            yield from places[max(0, middle - NEIGHBOURS) : middle]
            yield from places[middle + 1 : middle + 1 + NEIGHBOURS]

    def _related(self, here: int, there: int) -> Related:
        kinds = [feature[0] for feature in self._features[here] & self._features[there]]
        return Related(self._articles[there], kinds.count("person"), kinds.count("name"), kinds.count("topic"))


def _features(article: Article) -> frozenset[tuple[str, str]]:
    """People who are named on the article's own page only relate it to nothing."""
    people = [person for person in article.people.value if person.indexed]
    named = {("person", person.id) if person.id else ("name", person.name.casefold()) for person in people}
    return frozenset(named | {("topic", topic.id) for topic in article.topics.value})
