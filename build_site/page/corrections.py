"""The page of corrections: every dated note on every article of the edition, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.corrections import corrections
from build_site.fields.edtf import day_words
from build_site.page.address import article_path, relative
from build_site.page.lists import Listing, list_pages
from build_site.page.markdown import bullets, escape, link
from build_site.page.removal import REMOVAL

if TYPE_CHECKING:
    from build_site.catalog.corrections import Corrected
    from build_site.catalog.model import Catalog
    from build_site.page.model import Page

INDEX = "corrections/index.md"
"""Where the page stands."""


def correction_pages(catalog: Catalog) -> list[Page]:
    """Make the list."""
    found = corrections(catalog)

    def rows(page: str, start: int, end: int) -> str:
        return bullets([_row(item, page) for item in found[start:end]]) or "Nothing has been corrected yet."

    def intro(page: str) -> str:
        feeds = {"Atom": "feeds/corrections.xml", "JSON Feed": "feeds/corrections.json"}
        follow = " · ".join(link(name, relative(path, page)) for name, path in feeds.items())
        return f"To report an error: {link('Correction and removal', relative(REMOVAL, page))}. To follow: {follow}."

    return list_pages(Listing(INDEX, "Corrections", len(found), rows, intro))


def _row(item: Corrected, page: str) -> str:
    title = link(item.article.title.value, relative(article_path(item.article.id), page))
    return f"{day_words(item.on)}: {title}. {escape(item.note)}"
