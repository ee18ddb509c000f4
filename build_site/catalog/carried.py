"""Articles that carry the same report: their texts share most of their wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.article.model import BlockKind
from build_site.catalog.compared import open_compared
from build_site.catalog.duplicates import near_duplicates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_site.article.kept import Mark
    from build_site.article.model import Article
    from build_site.catalog.compared import Compared
    from build_site.catalog.model import Catalog

CARRIED = 0.7
"""Least share of the shorter text that the other holds. Two reports from one press release share less; a cut agency
story shares more."""
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.MARKDOWN})


@dataclass(frozen=True, slots=True)
class Alike:
    """An article with how much of another's wording it has."""

    article: Article
    """The article that has it."""
    share: float
    """Share of the other's 3-grams of words that stand in this one, 0 to 1."""


class Carried:
    """Finds near-duplicates within one catalog. Only texts that its edition shows are compared."""

    def __init__(
        self, catalog: Catalog, known: Compared | None = None, marks: Mapping[str, Mark] | None = None
    ) -> None:
        """Pairs of texts that are `known` are not compared again; `marks` stand for the articles, by id."""
        held = {article.id: article for article in catalog.articles if article.held}
        self._alike: dict[str, list[Alike]] = defaultdict(list)
        keys = {name: marks[name].whole for name in held} if marks else None
        pairs = near_duplicates(_Running(held), known, keys)
        for pair in (pair for pair in pairs if pair.containment >= CARRIED):
            self._alike[pair.id].append(Alike(held[pair.other], pair.containment))
            self._alike[pair.other].append(Alike(held[pair.id], pair.reverse))

    def of(self, article: Article) -> tuple[Alike, ...]:
        """Give the articles that carry the same report, those with most of its wording first."""
        return tuple(sorted(self._alike.get(article.id, ()), key=lambda alike: (-alike.share, alike.article.id)))


def carried_kept(root: Path, catalog: Catalog, marks: Mapping[str, Mark]) -> Carried:
    """Find them, and keep in the archive what was found: only texts that changed are compared in the next run."""
    known = open_compared(root)
    found = Carried(catalog, known, marks)
    known.keep(root)
    return found


class _Running(Mapping[str, str]):
    """The running texts of articles, by id, each put together when it is asked for."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def __getitem__(self, name: str) -> str:
        return "\n".join(block.words for block in self._articles[name].blocks if block.kind in _RUNNING)

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)
