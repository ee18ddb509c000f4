"""How to cite an article, and where its references can be downloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.cite.csl import csl_item, for_text
from build_site.cite.make import FORMATS, file_path
from build_site.cite.model import inner_quotes
from build_site.cite.render import render
from build_site.cite.styles import STYLES
from build_site.cite.wikipedia import cite_news
from build_site.page.address import article_path, relative
from build_site.page.lists import date_words
from build_site.page.markdown import attributed, escape, heading, isolated_runs, link, paragraph
from build_site.web import article_address

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.web import Settings


def cite_section(article: Article, settings: Settings) -> str:
    """Write the section "Cite this article". A script adds a button to each `.citation` that copies it."""
    item = csl_item(article, settings)
    blocks = [f"{heading('Cite this article', 2)} {{: #cite }}", _plain(article, settings)]
    for style, rendered in zip(STYLES, render(for_text(item), *STYLES), strict=True):
        blocks += [
            paragraph(style.name, ".citation-style"),
            attributed(isolated_runs(rendered.marked), ".citation"),
        ]
    blocks += [
        paragraph("Wikipedia", ".citation-style"),
        paragraph(cite_news(item), ".citation .citation-code"),
        f"To a reference manager: {_links('articles', article.id, article_path(article.id))}",
    ]
    return "\n\n".join(blocks)


def _plain(article: Article, settings: Settings) -> str:
    """Write the citation that is printed with the article, and copied with a quotation from it."""
    source = article.source.value
    published = date_words(article) if article.published.value else ""
    parts = (f"“{inner_quotes(article.title.value)}”", source.name if source else "", published)
    words = ", ".join(isolated_runs(part) for part in parts if part)
    address = settings.absolute(article_address(article.id))
    return attributed(f"{words}. {escape(settings.name)}{f', {link(address, address)}' if address else ''}", ".cite")


def take_away(kind: str, key: str, page: str) -> str:
    """Offer feeds and references of a topic or a source (`kind` is `topics` or `sources`)."""
    feeds = {"Atom": f"feeds/{kind}/{key}.xml", "JSON Feed": f"feeds/{kind}/{key}.json"}
    follow = " · ".join(link(name, relative(path, page)) for name, path in feeds.items())
    return attributed(f"Follow: {follow}. References: {_links(kind, key, page)}.", ".take-away")


def _links(kind: str, key: str, page: str) -> str:
    paths = {name: file_path(kind, key, ending) for ending, name in FORMATS.items()}
    return " · ".join(link(name, relative(path, page), "download") for name, path in paths.items())
