"""Pages at the addresses that articles had before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import article_path, relative
from build_site.page.markdown import heading, link
from build_site.page.model import Page
from build_site.page.parts import blocks, parts, trail
from build_site.web import article_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog


def former_pages(catalog: Catalog) -> Iterator[Page]:
    """Make a page for each former id; it leads on by itself, and by a link. A tombstone has them too."""
    for article in (*catalog.articles, *catalog.withdrawn):
        for former in article.record.formerly:
            yield _former(former, article)


def _former(former: str, article: Article) -> Page:
    path, title = article_path(former), "This article has moved"
    matter = {
        "title": title,
        "moved_to": article_address(article.id),
        "noindex": True,
        "template": "redirect.html",
        "hide": ["toc"],
    }
    way = f"It now stands at {link(article.id, relative(article_path(article.id), path))}."
    return Page(path, matter, parts(trail(path), blocks([heading(title), way])), article.path)
