"""References: each format is read back by a library that knows nothing of this project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import mwparserfromhell
import pytest
import rispy  # type: ignore[import-untyped]  # rispy has no types
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]  # citeproc-py has no types
from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # pylatexenc has no types
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from build_site.cite.csl import csl_item, for_text
from build_site.cite.make import cite_files
from build_site.cite.names import authors, inverted
from build_site.cite.render import render
from build_site.cite.ris import ris
from build_site.cite.styles import STYLES
from build_site.cite.wikipedia import cite_news
from tests.outputs import NAMES, SETTINGS, catalog, titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.article.model import Article

# LaTeX's own names of characters, which pylatexenc 2 does not all know.
_CHARACTERS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciicircum": "^",
    "textasciigrave": "`",
}


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, char) for name, char in _CHARACTERS.items()]
    context.add_context_category("characters", macros=macros, prepend=True)
    decoder = LatexNodes2Text(latex_context=context, strict_latex_spaces=True)
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware(decoder=decoder)])
    assert library.failed_blocks == []
    return {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}


def keys_of_bibtex(text: bytes) -> list[str]:
    library = parse_string(text.decode())
    assert library.failed_blocks == []
    return [entry.key for entry in library.entries]


def files(name: str) -> dict[str, bytes]:
    return cite_files(catalog(name), SETTINGS)


def outlet(article: Article) -> str:
    return article.source.value.name if article.source.value else ""


@pytest.mark.parametrize("name", NAMES)
def test_bibtex_holds_what_the_catalog_holds(name: str) -> None:
    articles, made = catalog(name).articles, files(name)
    assert keys_of_bibtex(made["cite/all.bib"]) == [article.id for article in articles]
    # Decoding LaTeX is slow: of the demonstration, every tenth article; the slow test takes the others.
    same_in_bibtex(articles[:: 10 if name == "demonstration" else 1], made)


@pytest.mark.slow
def test_bibtex_holds_every_article_of_the_demonstration() -> None:
    same_in_bibtex(catalog("demonstration").articles, files("demonstration"))


def same_in_bibtex(articles: Sequence[Article], made: dict[str, bytes]) -> None:
    for article in articles:
        read = read_bibtex(made[f"cite/articles/{article.id}.bib"].decode())
        entry, date = read[article.id], article.published.value
        assert entry["title"] == article.title.value
        assert entry.get("journal", "") == outlet(article)
        # BibLaTeX reads `date` as it stands; the decoder takes the `~` of an EDTF date for LaTeX's space.
        assert entry.get("date", "").replace("\u00a0", "~") == (str(date) if date else "")
        assert entry.get("author", "") == " and ".join(
            inverted(name) for byline in article.record.byline for name in authors(byline)
        )
        assert entry["url"] == (article.record.url or f"https://archive.example/press/articles/{article.id}/")


@pytest.mark.parametrize("name", NAMES)
def test_ris_holds_what_the_catalog_holds(name: str) -> None:
    read = rispy.loads(files(name)["cite/all.ris"].decode())
    assert [entry["id"] for entry in read] == [article.id for article in catalog(name).articles]
    for article, entry in zip(catalog(name).articles, read, strict=True):
        assert entry["type_of_reference"] == "NEWS"
        assert entry["title"] == article.title.value
        assert entry.get("secondary_title", "") == outlet(article)
        assert entry.get("authors", []) == [
            inverted(name) for byline in article.record.byline for name in authors(byline)
        ]
        assert entry.get("keywords", []) == [topic.label for topic in article.topics.value]


@pytest.mark.parametrize("name", NAMES)
def test_csl_json_holds_what_the_catalog_holds(name: str) -> None:
    items = json.loads(files(name)["cite/all.json"])
    # `custom` is in the schema of CSL-JSON, and citeproc-py warns of it.
    source = CiteProcJSON([{key: value for key, value in item.items() if key != "custom"} for item in items])
    for article, item in zip(catalog(name).articles, items, strict=True):
        reference = source[article.id.lower()]
        assert reference.type == "article-newspaper"
        assert item["title"] == article.title.value
        assert item.get("author", []) == [name for byline in article.record.byline for name in authors(byline)]
        assert str(reference.get("container_title", "")) == outlet(article)
        assert item["custom"].get("issued-edtf", "") == str(article.published.value or "")


@pytest.mark.parametrize("name", NAMES)
def test_the_template_of_wikipedia_holds_what_the_catalog_holds(name: str) -> None:
    for article in catalog(name).articles:
        (template,) = mwparserfromhell.parse(cite_news(csl_item(article, SETTINGS))).filter_templates(recursive=False)
        values = {str(item.name): item.value.strip_code(normalize=True, collapse=False) for item in template.params}
        assert str(template.name).strip() == "cite news"
        assert values["title"].removesuffix(" ") == article.title.value
        assert values["via"] == "A test archive"
        assert ("newspaper" in values) == (article.source.value is not None)


@pytest.mark.parametrize("kind", ["topics", "sources"])
def test_topics_and_sources_have_files_of_their_own(kind: str) -> None:
    of = catalog("demonstration")
    made = files("demonstration")
    keys = list(of.topics) if kind == "topics" else [entry.key for entry in of.sources]
    lists = [entry.articles for entry in (of.topics.values() if kind == "topics" else of.sources)]
    for key, articles in zip(keys, lists, strict=True):
        ids = [article.id for article in articles]
        assert [item["id"] for item in json.loads(made[f"cite/{kind}/{key}.json"])] == ids
        assert keys_of_bibtex(made[f"cite/{kind}/{key}.bib"]) == ids
        assert [entry["id"] for entry in rispy.loads(made[f"cite/{kind}/{key}.ris"].decode())] == ids


def plain(text: str) -> str:
    """What style guides may change in a title: capitals, the marks of a quotation within it, spaces, a last stop."""
    return " ".join(text.casefold().translate({0x2018: "“", 0x2019: "”"}).split())


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_awkward_titles_survive_each_style(style: Any) -> None:  # noqa: ANN401 - pytest hands it over
    assert len(titles()) >= 35
    for article in catalog("awkward").articles:
        (citation,) = render(for_text(csl_item(article, SETTINGS)), style)
        assert plain(titles()[article.id]) in plain(citation.plain)


def test_ris_says_in_words_what_numbers_cannot() -> None:
    item: dict[str, Any] = {
        "id": "a",
        "title": "Alpha",
        "archive": "A test archive",
        "archive_location": "a",
        "issued": {"date-parts": [[2031, 4, 2]], "circa": True},
        "custom": {"issued-in-words": "about 2 April 2031"},
    }
    assert "DA  - 2031/04/02/about 2 April 2031\r\n" in ris([item])
