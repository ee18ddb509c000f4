"""Metadata of pages: printed by the template, read back by extruct, held against the terms of schema.org."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from extruct.jsonld import JsonLdExtractor  # type: ignore[import-untyped]  # extruct has no types
from jinja2 import Environment, FileSystemLoader
from rdflib import SDO

from build_site.article.model import Edition
from build_site.cite.names import author, inverted
from build_site.metadata.article import known_date
from build_site.metadata.picture import HEIGHT, PICTURE, WIDTH, picture_files, picture_properties
from build_site.page.make import make_pages
from build_site.web import Settings
from tests.archive import PROJECT
from tests.outputs import NAMES, SETTINGS, catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article


LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's safe loader, the faster one where PyYAML was built with it."""


class Head(HTMLParser):
    """Reads names and properties of a head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: dict[str, list[str]] = {}
        self.links: dict[str, str] = {}
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "meta" and (name := values.get("name") or values.get("property")):
            self.names.setdefault(name, []).append(values["content"])
        elif values.get("rel", "").strip() == "alternate":
            self.links[values["type"]] = values["href"]


@cache
def heads(name: str) -> dict[str, str]:
    """Print the metadata of each page that has some, as MkDocs would."""
    # MkDocs' own environment does not escape either; the template does.
    environment = Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=False)  # noqa: S701
    environment.filters["url"] = lambda path: f"/site/{path}"
    template = environment.get_template("partials/metadata.html")
    found = {}
    for page in make_pages(catalog(name), SETTINGS):
        matter: dict[str, Any] = yaml.load(page.text.split("---\n", 2)[1], LOADER)  # noqa: S506 - it is a safe one
        if "metadata" in matter:
            found[page.path] = template.render(page={"meta": matter})
    return found


def things(html: str) -> list[dict[str, Any]]:
    (script,) = JsonLdExtractor().extract(f"<html><head>{html}</head></html>")
    graph: list[dict[str, Any]] = script["@graph"]
    return graph


def news(name: str, article: Article) -> dict[str, Any]:
    return things(heads(name)[f"articles/{article.id}.md"])[0]


@pytest.mark.parametrize("name", NAMES)
def test_json_ld_says_what_the_catalog_says(name: str) -> None:
    for article in catalog(name).articles:
        thing = news(name, article)
        source = article.source.value
        assert thing["headline"] == article.title.value
        assert thing.get("publisher", {}).get("name") == (source.name if source else None)
        assert thing.get("datePublished", "") == known_date(article)
        assert [topic["name"] for topic in thing.get("about", [])] == [topic.label for topic in article.topics.value]
        assert thing["license"] == article.record.rights.uri
        assert thing.get("isBasedOn", "") == article.record.url


@pytest.mark.parametrize("name", NAMES)
def test_a_title_never_ends_the_script(name: str) -> None:
    for html in heads(name).values():
        assert Head(html).tags.count("script") == 1
        assert html.count("</script>") == 1
        assert set(Head(html).tags) <= {"meta", "link", "script"}


def terms(value: object) -> Iterator[tuple[str, str]]:
    """Give every type and every property of a thing and of the things within it."""
    if isinstance(value, list):
        for item in value:
            yield from terms(item)
    if isinstance(value, dict):
        types = value.get("@type", [])
        yield from (("type", name) for name in ([types] if isinstance(types, str) else types))
        for name, inner in value.items():
            if not name.startswith("@"):
                yield "property", name
            yield from terms(inner)


def test_only_terms_of_schema_org_are_used() -> None:
    used = {term for name in NAMES for html in heads(name).values() for term in terms(things(html))}
    known = {str(term).removeprefix(str(SDO)) for term in dir(SDO)}
    assert {name for _, name in used} <= known
    assert {name for kind, name in used if kind == "type"} >= {"NewsArticle", "ArchiveComponent", "BreadcrumbList"}
    assert "notATerm" not in known


def test_people_are_those_of_the_register_only() -> None:
    of = catalog("records")
    for article in of.articles:
        people = [person["name"] for person in news("records", article).get("mentions", [])]
        registered = [person.name for person in article.people.value if person.id and person.indexed]
        assert people == registered


@pytest.mark.parametrize("name", NAMES)
def test_zotero_finds_a_newspaper_article(name: str) -> None:
    """The rules of Zotero's translator "Embedded Metadata", in our own words.

    The type is that of `z:itemType`; `citation_journal_title` would make an article of a journal. The title is
    `citation_title`, the newspaper `prism.publicationName`, the authors each `citation_author`, the date
    `citation_publication_date` and, where there is none, `dcterms.issued`; tags are each `DC.subject`. JSON-LD is not
    read. On 22 November 2026 the translator itself (of 27 April 2026, in Zotero's translation-server 2.0.5) read 50
    pages of the demonstration and 144 with awkward titles: each was a newspaper article, and each title was the
    catalog's, but that two no-break spaces became spaces. Outlets and authors were looked at in some of them only.
    """
    for article in catalog(name).articles:
        names = Head(heads(name)[f"articles/{article.id}.md"]).names
        source = article.source.value
        assert names["z:itemType"] == names["DC.type"] == ["newspaperArticle"]
        assert "citation_journal_title" not in names
        assert names["citation_title"] == names["DC.title"] == names["og:title"] == [article.title.value]
        assert names.get("prism.publicationName", []) == ([source.name] if source else [])
        assert names.get("citation_author", []) == [inverted(author(byline)) for byline in article.record.byline]
        assert names.get("dcterms.issued", []) == ([str(article.published.value)] if article.published.value else [])
        assert names.get("DC.subject", []) == [topic.label for topic in article.topics.value]


def test_the_picture_has_a_bar_for_each_year() -> None:
    data = picture_files(catalog("demonstration"), SETTINGS)[PICTURE]
    assert struct.unpack(">2I", data[16:24]) == (WIDTH, HEIGHT)
    at = data.index(b"IDAT")
    rows = zlib.decompress(data[at + 4 : at + 4 + struct.unpack(">I", data[at - 4 : at])[0]])
    row = rows[431 * (WIDTH + 1) : 432 * (WIDTH + 1)][600:]
    bars = sum(before != 2 == here for before, here in pairwise(row))
    assert bars == len(catalog("demonstration").dates), "each year has articles"


def test_an_archive_that_is_nowhere_on_the_web_has_no_picture() -> None:
    assert picture_files(catalog("demonstration"), Settings()) == {}
    assert picture_properties(Settings()) == ()


def test_every_page_that_is_shared_names_the_picture() -> None:
    for html in heads("demonstration").values():
        assert Head(html).names["og:image"] == [f"{SETTINGS.site_url}{PICTURE}"]


def test_pages_name_their_feeds_and_references() -> None:
    of = catalog("demonstration")
    shown = heads("demonstration")
    assert Head(shown["index.md"]).links["application/atom+xml"] == "/site/feeds/all.xml"
    key = next(iter(of.topics))
    assert Head(shown[f"topics/{key}.md"]).links["application/feed+json"] == f"/site/feeds/topics/{key}.json"
    id_ = of.articles[0].id
    assert Head(shown[f"articles/{id_}.md"]).links["application/x-bibtex"] == f"/site/cite/articles/{id_}.bib"


def test_an_uncertain_date_is_not_said_to_be_known() -> None:
    of = catalog("records")
    assert of.edition is Edition.PUBLIC
    dates = {str(item.published.value): news("records", item).get("datePublished") for item in of.articles}
    assert dates == {"2025-01-05": "2025-01-05", "2025-01-12?": None}
