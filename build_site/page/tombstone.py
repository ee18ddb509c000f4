"""The page that a withdrawn article leaves behind: its address, the day and the reason, nothing that it was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.fields.edtf import day_words
from build_site.page.address import article_path, relative
from build_site.page.markdown import heading, link
from build_site.page.model import Page
from build_site.page.parts import blocks, parts, trail
from build_site.page.removal import REMOVAL

if TYPE_CHECKING:
    from build_site.article.model import Article

TITLE = "Withdrawn article"
"""Headline of every such page."""


def tombstone(article: Article) -> Page:
    """Make the page. Search engines are asked to leave it out."""
    path = article_path(article.id)
    withdrawn = article.record.withdrawn
    said = f" on {day_words(withdrawn.on)} {withdrawn.words}" if withdrawn else ""
    words = f"This article was withdrawn from the archive{said}."
    kept = "Its address is kept, so that links to it explain themselves. Nothing else of it is held here."
    more = f"How articles are corrected and withdrawn: {link('Correction and removal', relative(REMOVAL, path))}."
    matter = {"title": TITLE, "id": article.id, "access": "withdrawn", "noindex": True}
    return Page(path, matter, parts(trail(path), blocks([heading(TITLE), f"{words} {kept}", more])), article.path)
