"""Where an article's page leads on to: articles with something in common, and those next to it in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import article_path
from build_site.page.lists import article_item
from build_site.page.markdown import bullets, count, heading
from build_site.page.parts import blocks

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.catalog.related import Related, Relations
    from build_site.page.links import Links


def onward(article: Article, links: Links, relations: Relations) -> str:
    """Write the lists below an article."""
    page = article_path(article.id)
    related = [f"- {article_item(other.article, page, more=[reason(other)])}" for other in relations.of(article)]
    near = [f"{word}: {links.article(other, page)}" for word, other in links.neighbours(article)]
    return blocks(
        [
            blocks([heading("Related articles", 2), *related]) if related else "",
            blocks([heading("Before and after", 2), bullets(near)]) if near else "",
        ]
    )


def reason(related: Related) -> str:
    """Say what two articles have in common: `2 people and 1 topic in common`."""
    numbers = [(related.people, "person"), (related.names, "name"), (related.topics, "topic")]
    said = [count(number, noun) for number, noun in numbers if number]
    return f"{', '.join(said[:-1])}{' and ' if said[1:] else ''}{said[-1]} in common"
