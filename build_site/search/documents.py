"""Catalog → what Pagefind is given: one lean HTML document an article, with nothing of the theme in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

UNDATED = "0000"
"""Value of the facet `date` for an article whose date is not known."""
HELD = ("no", "yes")
"""Values of the facet `held`: whether the text can be read here."""
DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of one article."""

    path: str
    """POSIX path of the file that Pagefind reads; the folder is the address of the article's page."""
    html: str
    """The document."""
    date: str
    """First day that the article's date can mean, as `YYYY-MM-DD`; `0000` where it is not known."""


def make_documents(catalog: Catalog) -> tuple[Document, ...]:
    """Make the documents of every article that the edition shows, newest first.

    Only indexed people are named in a facet and in the list of names; of the text there is what the edition shows.
    """
    people = _people(catalog)
    return tuple(_document(article, people.get(article.id, ())) for article in catalog.articles)


def index_language(catalog: Catalog) -> str:
    """Return the language whose word endings the index knows: the commonest of the articles, `en` where none is known.

    One index holds all languages, so that one query finds articles in each.
    """
    tags = Counter(tag.partition("-")[0].lower() for article in catalog.articles if (tag := article.language.value))
    return min(tags, key=lambda tag: (-tags[tag], tag), default=DEFAULT_LANGUAGE)


def _people(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Give the indexed people of each article; names that two entries share are told apart by their keys."""
    shared = Counter(entry.name for entry in catalog.people)
    found: dict[str, list[str]] = defaultdict(list)
    for entry in catalog.people:
        label = entry.name if shared[entry.name] == 1 else f"{entry.name} ({entry.key})"
        for article in entry.articles:
            found[article.id].append(label)
    return {key: tuple(labels) for key, labels in found.items()}


def _document(article: Article, people: tuple[str, ...]) -> Document:
    date = article.published.value
    body = [
        *(_tag("filter", name, value) for name, value in _facets(article, people)),
        *(_tag("meta", name, value) for name, value in _shown(article)),
        f"<h1>{_text(article.title.value)}</h1>",
        *(f"<p>{_text(words)}</p>" for words in _paragraphs(article, people) if words.strip()),
    ]
    html = (
        '<!doctype html><html><head><meta charset="utf-8"></head><body data-pagefind-body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )
    return Document(f"articles/{article.id}/index.html", html, date.first.isoformat() if date else UNDATED)


def _tag(kind: str, name: str, value: str) -> str:
    """Hand over a value in an attribute: nothing in it can be taken for the syntax of Pagefind's short forms."""
    return f'<meta data-pagefind-{kind}="{name}[content]" content="{_text(value)}">'


def _text(words: str) -> str:
    return escape(words, quote=True)


def _facets(article: Article, people: Iterable[str]) -> Iterator[tuple[str, str]]:
    date, source = article.published.value, article.source.value
    if source:
        yield "source", source.name
    yield from (("topic", topic.label) for topic in article.topics.value)
    yield from (("person", label) for label in people)
    if date:
        yield "year", str(date.year)
    if article.language.value:
        yield "language", article.language.value
    yield "held", HELD[article.held]
    yield "date", _span(article)


def _span(article: Article) -> str:
    """First day that the date can mean, and the last one where that is another."""
    date = article.published.value
    if date is None:
        return UNDATED
    return date.first.isoformat() if date.first == date.last else f"{date.first.isoformat()}/{date.last.isoformat()}"


def _shown(article: Article) -> Iterator[tuple[str, str]]:
    """Give what a result shows besides the title. Pagefind finds these words too."""
    date, source = article.published.value, article.source.value
    if source:
        yield "source", source.name
    if date:
        yield "date", date.words


def _paragraphs(article: Article, people: Iterable[str]) -> Iterator[str]:
    record = article.record
    yield record.subtitle
    yield from record.summary.split("\n\n")
    yield from (block.words for block in article.blocks)
    yield ", ".join(topic.label for topic in article.topics.value)
    yield ", ".join(people)
