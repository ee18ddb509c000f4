"""The catalog: all articles of one edition, and the ways into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.article.model import Article, Edition
    from build_site.registers.model import Person, Source, Topic


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic with the articles that have it or a narrower one."""

    topic: Topic
    """The register's entry."""
    articles: tuple[Article, ...]
    """Articles with this very topic, newest first."""
    narrower: tuple[str, ...]
    """Ids of the narrower topics that have articles, by label."""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A name that articles mention."""

    key: str
    """Id in the register, or a slug of the name: the stem of the page."""
    name: str
    """Name as shown."""
    sort_name: str
    """Name as filed."""
    articles: tuple[Article, ...]
    """Articles that mention the name, newest first."""
    person: Person | None
    """The register's entry; None where nobody has confirmed that the name stands for one person."""

    @property
    def has_page(self) -> bool:
        """True for a person of the register and for a name that stands in two articles or more."""
        return self.person is not None or len(self.articles) > 1


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An outlet with its articles."""

    key: str
    """Id in the register, or a slug of the name."""
    name: str
    """Name of the outlet."""
    articles: tuple[Article, ...]
    """Its articles, newest first."""
    source: Source | None
    """The register's entry, where there is one."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that the pages, the search and the data are made from."""

    edition: Edition
    """What this catalog may show."""
    articles: tuple[Article, ...]
    """All articles but the withdrawn, newest first; those without a date last, by title."""
    withdrawn: tuple[Article, ...]
    """Withdrawn articles by id; they keep their address and nothing else."""
    topics: dict[str, TopicEntry]
    """Topics with articles, by id, in the order of their labels."""
    people: tuple[PersonEntry, ...]
    """Indexed people by sort name."""
    sources: tuple[SourceEntry, ...]
    """Outlets by name, without a leading `The`."""
    dates: dict[int, dict[int, tuple[Article, ...]]]
    """Articles by year and month, newest first; month 0 holds those known by the year only."""
    undated: tuple[Article, ...]
    """Articles whose date is not known, by title."""
    unsourced: tuple[Article, ...]
    """Articles whose source is not known, newest first."""

    @property
    def private(self) -> bool:
        """True where this edition shows a text that may not be published, or a draft."""
        return any(article.private or article.record.draft for article in self.articles)

    @property
    def held(self) -> int:
        """Number of texts that this edition shows."""
        return sum(article.held for article in self.articles)
