"""Where an article's page leads on to: the same report elsewhere, related articles, and those next to it in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.fields.parts import Access
from build_site.page.address import article_path
from build_site.page.lists import article_item
from build_site.page.markdown import bullets, count, heading
from build_site.page.parts import blocks

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.catalog.carried import Alike, Carried
    from build_site.catalog.marks import Marks
    from build_site.catalog.related import Related, Relations
    from build_site.page.links import Links

_MOST = 10


@dataclass(frozen=True, slots=True)
class Onward:
    """Where an article's page leads on to."""

    alike: tuple[Alike, ...]
    """Articles that carry the same report."""
    related: tuple[Related, ...]
    """Articles that have people or topics in common with it."""
    near: tuple[tuple[str, Article], ...]
    """Articles next to it in time, each with the word for it."""

    def inputs(self, marks: Marks) -> object:
        """Give all that the lists are made from."""
        return (
            [(marks.card(other.article), other.share) for other in self.alike],
            [(marks.card(other.article), other.people, other.names, other.topics) for other in self.related],
            [(word, marks.card(other)) for word, other in self.near],
        )


def onward_from(article: Article, links: Links, relations: Relations, carried: Carried) -> Onward:
    """Find where the page of an article leads on to; from that of a withdrawn one, nowhere."""
    if article.access is Access.WITHDRAWN:
        return Onward((), (), ())
    return Onward(carried.of(article), relations.of(article), links.neighbours(article))


def onward(article: Article, links: Links, found: Onward) -> str:
    """Write the lists below an article. What carries the same report stands in the first list only."""
    page, alike = article_path(article.id), found.alike
    same = {other.article.id for other in alike}
    also = [f"- {article_item(other.article, page, more=[shared(other)])}" for other in alike[:_MOST]]
    if alike[_MOST:]:
        also.append(f"- {count(len(alike[_MOST:]), 'more article')}")
    related = [
        f"- {article_item(other.article, page, more=[reason(other)])}"
        for other in found.related
        if other.article.id not in same
    ]
    near = [f"{word}: {links.article(other, page)}" for word, other in found.near]
    return blocks(
        [
            _section("Also carried by", also),
            _section("Related articles", related),
            blocks([heading("Before and after", 2), bullets(near)]) if near else "",
        ]
    )


def _section(title: str, items: list[str]) -> str:
    return blocks([heading(title, 2), *items]) if items else ""


def shared(alike: Alike) -> str:
    """Say how much of this page's wording another article has, rounded down: `96% of this wording`."""
    return f"Has {int(alike.share * 100)}% of the wording of this text"


def reason(related: Related) -> str:
    """Say what two articles have in common: `2 people and 1 topic in common`."""
    numbers = [(related.people, "person"), (related.names, "name"), (related.topics, "topic")]
    said = [count(number, noun) for number, noun in numbers if number]
    return f"{', '.join(said[:-1])}{' and ' if said[1:] else ''}{said[-1]} in common"
