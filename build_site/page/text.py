"""The text on an article's page: running text, and residue set apart from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.article.model import BlockKind
from build_site.page.language import language_attributes
from build_site.page.markdown import attributed, heading, link, paragraph
from build_site.page.parts import blocks

if TYPE_CHECKING:
    from build_site.article.model import Article, Block


def text(article: Article) -> str:
    """Write the text; where the edition does not show it, say so and show the summary."""
    if article.held:
        return blocks([heading("Text", 2), *(_block(block, article) for block in article.blocks)])
    return blocks([*summary(article), _not_held(article)])


def summary(article: Article) -> list[str]:
    """Write the archive's own summary."""
    said = [part for part in article.record.summary.split("\n\n") if part.strip()]
    return [heading("Summary", 2), *(paragraph(part, ".summary") for part in said)] if said else []


def _not_held(article: Article) -> str:
    words = "The text cannot be read here: this page is a record of the article."
    if article.record.url:
        words += f" {link('Read the original', article.record.url)}."
    elif article.record.archived_url:
        words += f" {link('Read an archived copy', article.record.archived_url)}."
    return attributed(words, ".not-held")


def _block(block: Block, article: Article) -> str:
    """Each block has the number of its line as anchor, so that evidence and quotations can point at it."""
    if block.kind is BlockKind.MARKDOWN:
        return block.text
    residue = f" .residue .{block.kind.value}" if block.kind is not BlockKind.PARAGRAPH else ""
    if not residue and _is_headline(block, article):
        residue = " .residue .headline"
    return paragraph(block.text, f"#l{block.line}{residue}")


def _is_headline(block: Block, article: Article) -> bool:
    """Tell whether a block repeats the headline, which stands above the text already."""
    return block is article.blocks[0] and block.text.casefold() == article.title.value.casefold()


def text_attributes(article: Article) -> dict[str, str]:
    """Front matter for the template: the language and direction of the text, where they are not the page's."""
    attributes = language_attributes(article)
    return dict(part.split("=") for part in attributes.split()) if attributes else {}
