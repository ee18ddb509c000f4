"""Where an article names a person: each sentence, as it stands in a text that the edition shows."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
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
    # Of two forms that begin at one place, the longer one is the name. No pattern is made of them: most sets of forms
    # are asked for once, and to compile one takes longer than to look for each form.
    longest_first = sorted({form for form in forms if form}, key=lambda form: (-len(form), form))
    blocks = (block for block in article.blocks if block.kind in _QUOTED)
    naming = (block for block in blocks if any(map(block.text.__contains__, longest_first)))
    found = (quote for block in naming for quote in _in_block(block, longest_first))
    return [quote for quote in found if not names_somebody_unnamed(quote.sentence, article)]


def _in_block(block: Block, forms: Iterable[str]) -> Iterator[Quote]:
    for sentence in sentences(block.text):
        if span := _first(sentence, forms):
            yield Quote(sentence, *span, block.line)


def _first(text: str, forms: Iterable[str]) -> tuple[int, int] | None:
    """Find the first place where one of `forms` stands as whole words."""
    found = [(start, start + len(form)) for form in forms if (start := _whole(text, form)) >= 0]
    return min(found, key=itemgetter(0), default=None)


def _whole(text: str, form: str) -> int:
    """Return where `form` first stands with no letter, digit or underscore on either side; -1 where it does not."""
    start = text.find(form)
    while start >= 0 and (_in_word(text[start - 1 : start]) or _in_word(text[start + len(form) :][:1])):
        start = text.find(form, start + 1)
    return start


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


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
