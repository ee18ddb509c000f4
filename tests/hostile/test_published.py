"""Hostile seeds that are published: every page shows all of their words and none of their effects."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from build_site import pipeline
from build_site.article.markdown_body import markdown_blocks
from build_site.article.model import Edition
from build_site.page.make import make_pages
from build_site.seed.text import Text
from build_site.web import Settings
from tests.archive import make_archive
from tests.hostile.published import ALL, Published, archive
from tests.hostile.rendering import Seen, convert, letters, look, squeezed

HARMLESS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "br"),
        *("span", "div", "dl", "dt", "dd", "kbd", "table", "thead", "tbody", "tr", "th", "td"),
    )
)
HARMLESS_ATTRIBUTES = frozenset({"id", "class", "href", "lang", "dir", "title", "start", "download"})


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    root = make_archive(tmp_path_factory.mktemp("hostile"), archive())
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, dt.date(2032, 1, 1))
    made = make_pages(catalog, Settings("Hostile archive"))
    return {page.path: look(convert(page.body)) for page in made}


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 150
    assert len({article.id for article in ALL}) == len(ALL)


def test_no_page_holds_anything_but_text_and_links(pages: dict[str, Seen]) -> None:
    for path, seen in pages.items():
        for name, attributes in seen.elements:
            assert name in HARMLESS, (path, name)
            assert set(attributes) <= HARMLESS_ATTRIBUTES, (path, attributes)
            assert not re.match(r"(?i)\s*(?:javascript|data|vbscript|file):|//", attributes.get("href", "")), path


@pytest.mark.parametrize("article", ALL, ids=lambda article: article.id)
def test_every_word_is_shown(article: Published, pages: dict[str, Seen]) -> None:
    seen = letters(pages[f"articles/{article.id}.md"].words)
    assert letters(article.title) in seen
    assert letters(expected(article)) in seen


def expected(article: Published) -> str:
    """Words that a reader must see of the text."""
    if not article.markdown:
        return squeezed(article.seen)
    blocks = markdown_blocks(Text("seeds/x.md", article.text))
    return "".join(block.words for block in blocks)


@pytest.mark.parametrize("article", [article for article in ALL if article.markdown], ids=lambda article: article.id)
def test_no_word_of_a_markdown_body_is_lost(article: Published, pages: dict[str, Seen]) -> None:
    seen = pages[f"articles/{article.id}.md"]
    there = (seen.words + " ".join(attributes.get("href", "") for _, attributes in seen.elements)).casefold()
    # The address of an article that is not there is no word: only the words of the link stay.
    typed = re.sub(r"&#?\w+;|no-such-article\.md", " ", article.text).casefold()
    words = re.findall(r"[a-z]{4,}", typed)
    assert [word for word in words if word not in there] == []
