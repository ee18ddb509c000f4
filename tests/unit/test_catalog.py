"""The ways into the articles: order, topics with their tree, names, outlets, dates."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.catalog.slug import slug
from build_site.registers.load import filed
from tests.archive import make_archive

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.catalog.model import Catalog

FILES = """--- seeds/registers/topics.yml
topics:
  transport: {label: Transport}
  ports: {label: Ports, broader: transport}
  chess: {label: Chess}
--- seeds/registers/people.yml
people:
  ada-fenwick: {name: Ada Fenwick}
--- seeds/a.yml
{title: Alpha, published: 2031-04-02, topics: [ports], people: [Ada Fenwick, Ian Rowe, Łucja Ż], source: The Tarn Post}
--- seeds/b.yml
{title: Beta, published: 2031-04, people: [Ian Rowe, Lucja Z], source: The Lantern}
--- seeds/c.yml
{title: Gamma, published: 2031, topics: [transport]}
--- seeds/d.yml
{title: Delta, published: null}
--- seeds/e.yml
{title: Epsilon, published: 2030/2032}
"""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    root = make_archive(tmp_path_factory.mktemp("catalog"), FILES)
    return pipeline.choose(pipeline.load(root), Edition.FULL, dt.date(2033, 1, 1))


def test_newest_first_and_undated_last(catalog: Catalog) -> None:
    assert [article.id for article in catalog.articles] == ["a", "b", "c", "e", "d"]


def test_a_topic_is_there_when_it_or_a_narrower_one_has_articles(catalog: Catalog) -> None:
    assert list(catalog.topics) == ["ports", "transport"]
    assert catalog.topics["transport"].narrower == ("ports",)
    assert [article.id for article in catalog.topics["transport"].articles] == ["c"]


def test_every_article_stands_under_one_date(catalog: Catalog) -> None:
    listed = {
        (year, month): [article.id for article in articles]
        for year, months in catalog.dates.items()
        for month, articles in months.items()
    }
    assert listed == {(2031, 4): ["a", "b"], (2031, 0): ["c"], (2030, 0): ["e"]}
    assert [article.id for article in catalog.undated] == ["d"]


def test_names_are_filed_without_regard_to_accents(catalog: Catalog) -> None:
    assert [entry.sort_name for entry in catalog.people] == ["Fenwick, Ada", "Rowe, Ian", "Z, Lucja", "Ż, Łucja"]


def test_two_names_with_one_slug_have_two_addresses(catalog: Catalog) -> None:
    assert [entry.key for entry in catalog.people] == ["ada-fenwick", "ian-rowe", "lucja-z", "lucja-z-2"]


def test_a_page_needs_a_register_entry_or_two_articles(catalog: Catalog) -> None:
    assert {entry.name: entry.has_page for entry in catalog.people} == {
        "Ada Fenwick": True,
        "Ian Rowe": True,
        "Lucja Z": False,
        "Łucja Ż": False,
    }


def test_two_outlets_with_one_slug_have_two_addresses(tmp_path: Path) -> None:
    files = "".join(f"--- seeds/{n}.yml\n{{title: {n}, source: {name}}}\n" for n, name in (("x", "Été"), ("y", "Ete")))
    loaded = pipeline.load(make_archive(tmp_path, files))
    sources = pipeline.choose(loaded, Edition.FULL, dt.date(2033, 1, 1)).sources
    assert {(entry.name, entry.key) for entry in sources} == {("Été", "ete"), ("Ete", "ete-2")}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Fenwick", "Fenwick"),
        ("Ada Fenwick", "Fenwick, Ada"),
        ("Ada May Fenwick", "Fenwick, Ada May"),
        ("Ada St Aubrey", "St Aubrey, Ada"),
        ("St Aubrey", "St Aubrey"),
        ("Ada Fenwick Jr.", "Fenwick, Ada, Jr."),
    ],
)
def test_a_name_is_filed_by_its_surname(name: str, expected: str) -> None:
    assert filed(name) == expected


def test_outlets_are_filed_without_the(catalog: Catalog) -> None:
    assert [entry.name for entry in catalog.sources] == ["The Lantern", "The Tarn Post"]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Ada Fenwick", "ada-fenwick"),
        ("Siobhán O’Hara-Niño", "siobhan-ohara-nino"),
        ("Łukasz Ørsted", "lukasz-orsted"),
        ("王小明", "王小明"),
        ("Index", "index-name"),
        ("…", "name"),
    ],
)
def test_slug(text: str, stem: str) -> None:
    assert slug(text) == stem
