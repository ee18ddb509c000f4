"""The page of corrections: every dated note on every article of the edition, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import article_path, relative
from build_site.page.lists import Listing, list_pages
from build_site.page.markdown import bullets, escape, link
from build_site.page.removal import REMOVAL

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.fields.parts import Correction
    from build_site.page.model import Page

INDEX = "corrections/index.md"
"""Where the page stands."""


def corrections(catalog: Catalog) -> list[tuple[Correction, Article]]:
    """Every correction with its article, newest first."""
    found = [(item, article) for article in catalog.articles for item in article.record.corrections]
    return sorted(found, key=lambda pair: (-pair[0].on.toordinal(), pair[1].id, pair[0].note))


def correction_pages(catalog: Catalog) -> list[Page]:
    """Make the list."""
    found = corrections(catalog)

    def rows(page: str, start: int, end: int) -> str:
        return bullets([_row(*pair, page) for pair in found[start:end]]) or "Nothing has been corrected yet."

    def intro(page: str) -> str:
        return f"To report an error: {link('Correction and removal', relative(REMOVAL, page))}."

    return list_pages(Listing(INDEX, "Corrections", len(found), rows, intro))


def _row(item: Correction, article: Article, page: str) -> str:
    title = link(article.title.value, relative(article_path(article.id), page))
    return f"{item.on.isoformat()}: {title}. {escape(item.note)}"
