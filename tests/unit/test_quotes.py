"""Sentences that name somebody: by whole words only, the longest form first. All names are invented."""

from __future__ import annotations

import pytest

from build_site.article.model import Article, Block, BlockKind, Described, Origin
from build_site.fields.parts import Access
from build_site.fields.record import Record
from build_site.page.quotes import quotes


def article(*texts: str) -> Article:
    """Make an article of these paragraphs that mentions nobody on its own page only."""
    return Article(
        id="a",
        path="seeds/a.txt",
        record=Record(),
        access=Access.FULL,
        title=Described("A title", Origin.SUPPLIED),
        source=Described(None, Origin.NONE),
        published=Described(None, Origin.NONE),
        not_before=Described(0, Origin.NONE),
        language=Described("", Origin.NONE),
        topics=Described((), Origin.NONE),
        people=Described((), Origin.NONE),
        held=True,
        blocks=tuple(Block(BlockKind.PARAGRAPH, text, line) for line, text in enumerate(texts, 1)),
        held_back=0,
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada Fenwick spoke.", "Ada Fenwick"),
        ("Then Fenwick spoke to Ada Fenwick.", "Fenwick"),
        ("A Fenwickian idea of Fenwick’s.", "Fenwick"),
        ("McFenwick and Fenwick_2 met Ada Fenwick2.", ""),
        ("St Fenwick, Éamon", "Fenwick"),
        ("ÉFenwick and Fenwické met.", ""),
        ("(Fenwick)", "Fenwick"),
        ("Nobody spoke.", ""),
    ],
)
def test_a_name_is_whole_words_and_the_longest_that_begins_there(text: str, named: str) -> None:
    found = quotes(article(text), {"Fenwick", "Ada Fenwick", ""})
    assert "".join(quote.sentence[quote.start : quote.end] for quote in found) == named


def test_only_the_sentences_that_name_somebody_are_given_with_their_line() -> None:
    found = quotes(article("Nobody came.", "Rain fell. Fenwick came. It rained on."), ["Fenwick"])
    assert [(quote.sentence, quote.line) for quote in found] == [("Fenwick came.", 2)]
