"""Where an article names a person: each sentence, as it stands in a text that the edition shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.article.model import BlockKind
from build_site.article.unlisted import names_somebody_unnamed
from build_site.derive.title import first_sentence
from build_site.page.address import article_path, relative
from build_site.page.language import language_attributes
from build_site.page.markdown import escape, link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_site.article.model import Article, Block

MOST = 5
"""Sentences shown for one article."""
_QUOTED = (BlockKind.PARAGRAPH, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that names a person."""

    sentence: str
    """The sentence, plain text."""
    start: int
    """First character of the name in the sentence."""
    end: int
    """One past the last character of the name."""
    line: int
    """Line of the file on which the sentence's paragraph begins."""


def quotes(article: Article, forms: Iterable[str]) -> list[Quote]:
    """Find the sentences that name a person by one of `forms`, in the order of the text.

    A sentence that names somebody who stands in no index is left out: it would be a listing of that name.
    """
    longest_first = sorted({form for form in forms if form}, key=lambda form: (-len(form), form))
    if not longest_first:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    found = (quote for block in article.blocks if block.kind in _QUOTED for quote in _in_block(block, pattern))
    return [quote for quote in found if not names_somebody_unnamed(quote.sentence, article)]


def _in_block(block: Block, pattern: re.Pattern[str]) -> Iterator[Quote]:
    if not pattern.search(block.text):
        return
    for sentence in sentences(block.text):
        found = pattern.search(sentence)
        if found:
            yield Quote(sentence, found.start(), found.end(), block.line)


def sentences(paragraph: str) -> Iterator[str]:
    """Part a paragraph into its sentences."""
    rest = paragraph.strip()
    while rest:
        sentence = first_sentence(rest)
        yield sentence
        rest = rest[len(sentence) :].lstrip()


def quote_lines(article: Article, forms: Iterable[str], page: str) -> list[str]:
    """Write the sentences as quotations, each with a link to its place in the article."""
    found = quotes(article, forms)
    lines = [_quotation(quote, article, page) for quote in found[:MOST]]
    if len(found) > MOST:
        lines.append(f"and in {len(found) - MOST} more sentences of this article")
    return lines


def _quotation(quote: Quote, article: Article, page: str) -> str:
    place = f"{relative(article_path(article.id), page)}#l{quote.line}"
    attributes = language_attributes(article)
    ending = f"\n    > {{: {attributes} }}" if attributes else ""
    return f"> {_marked(quote)} {link(f'Line {quote.line}', place, '.line')}{ending}"


def _marked(quote: Quote) -> str:
    """Write the sentence with the name in bold; the spaces on both sides of the name stay as they are."""
    before, after = quote.sentence[: quote.start], quote.sentence[quote.end :]
    left, right = (" " if space.isspace() else "" for space in (before[-1:], after[:1]))
    name = escape(quote.sentence[quote.start : quote.end])
    return f"{escape(before)}{left}**{name}**{right}{escape(after)}"
