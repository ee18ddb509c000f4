"""Hostile seeds that are published: every page shows all of their words and none of their effects."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from build_site import pipeline
from build_site.article.markdown_body import markdown_blocks
from build_site.article.model import Edition
from build_site.cite.make import cite_files
from build_site.data.make import data_files
from build_site.feeds.make import feed_files
from build_site.page.make import make_pages
from build_site.seed.text import Text
from build_site.web import Settings
from tests.archive import make_archive
from tests.hostile.published import ALL, Published, archive
from tests.hostile.rendering import Seen, convert, letters, look, squeezed

if TYPE_CHECKING:
    from build_site.catalog.model import Catalog

pytestmark = pytest.mark.slow

SETTINGS = Settings("Hostile archive", "<b>Described</b>", "https://archive.example/")
HARMLESS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "br"),
        *("span", "div", "dl", "dt", "dd", "kbd", "table", "thead", "tbody", "tr", "th", "td"),
    )
)
HARMLESS_ATTRIBUTES = frozenset({"id", "class", "href", "lang", "dir", "title", "start", "download"})


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    root = make_archive(tmp_path_factory.mktemp("hostile"), archive())
    return pipeline.choose(pipeline.load(root), Edition.FULL, dt.date(2032, 1, 1))


@pytest.fixture(scope="module")
def pages(catalog: Catalog) -> dict[str, Seen]:
    return {page.path: look(convert(page.body)) for page in make_pages(catalog, SETTINGS)}


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> dict[str, bytes]:
    return cite_files(catalog, SETTINGS) | data_files(catalog, SETTINGS) | feed_files(catalog, SETTINGS)


def test_every_file_for_machines_is_whole(files: dict[str, bytes]) -> None:
    """Nothing that a seed says ends a string, an element or a cell."""
    for path, data in files.items():
        kind = path.rpartition(".")[2]
        if kind == "json":
            json.loads(data)
        elif kind == "jsonl":
            assert [json.loads(line) for line in data.splitlines()]
        elif kind == "xml":
            assert not re.search(r"<script|<img|<svg", data.decode())
            ET.fromstring(data)  # noqa: S314 - it is what this program has just written


def test_no_cell_of_a_table_begins_a_formula(files: dict[str, bytes]) -> None:
    tables = [data.decode("utf-8-sig") for path, data in files.items() if path.endswith(".csv")]
    cells = [cell for table in tables for row in csv.reader(io.StringIO(table)) for cell in row]
    assert len(cells) > 1000
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_each_reference_is_one_entry(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        text = data.decode() if path.endswith((".bib", ".ris")) and "/articles/" in path else ""
        if text and path.endswith(".bib"):
            assert len(re.findall(r"(?m)^@", text)) == 1, path
            assert not re.search(r"(?<!\\)\\input", text), path
        elif text:
            assert text.count("TY  - ") == text.count("ER  - ") == 1, path


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
