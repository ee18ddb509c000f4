"""What a published site tells machines: the demonstration and the awkward titles, read back from its files."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from extruct.jsonld import JsonLdExtractor  # type: ignore[import-untyped]  # extruct has no types

from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.metadata.article import known_date
from tests.archive import parse_files
from tests.corpus import write_corpus
from tests.inside import run_inside
from tests.outputs import titles
from tests.unit.test_metadata import Head

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.catalog.model import Catalog

pytestmark = pytest.mark.slow

SITE_URL = "https://archive.example/press/"
MORE = """--- seeds/quay-walls.yml
title: Quay walls to be raised
published: 2031-04-02
formerly: [quay, quays]
--- seeds/taken-back.yml
title: Taken back
access: withdrawn
withdrawn: {on: 2031-05-02, reason: error}
formerly: [taken]
--- seeds/quiet.yml
title: Not for search engines
noindex: true
"""
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive")
    write_corpus(root, 300)
    for path, text in parse_files(MORE).items():
        (root / path).write_text(text, "utf-8")
    for name, title in titles().items():
        (root / "seeds" / f"{name}.yml").write_text(yaml.safe_dump({"title": title, "byline": title}), "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace('site_url: !ENV [SITE_URL, ""]', f"site_url: {SITE_URL}"))
    run = run_inside(root, "build", "--edition", "public")
    assert run.status == 0, run.err
    return root


@pytest.fixture(scope="module")
def catalog(root: Path) -> Catalog:
    return pipeline.choose(pipeline.load(root), Edition.PUBLIC, today())


def head(root: Path, article_id: str) -> str:
    page = (root / "site" / "articles" / article_id / "index.html").read_text("utf-8")
    return page.partition("</head>")[0]


def canonical(html: str) -> list[str]:
    return re.findall(r'<link rel="canonical" href="([^"]*)"', html)


def test_every_page_of_an_article_says_what_the_catalog_says(root: Path, catalog: Catalog) -> None:
    assert len(catalog.articles) > 300 + 35
    for article in catalog.articles:
        html = head(root, article.id)
        (script,) = JsonLdExtractor().extract(f"<html>{html}</html>")
        thing: dict[str, Any] = script["@graph"][0]
        names = Head(html).names
        title = article.title.value
        assert thing["headline"] == title
        assert names["citation_title"] == names["DC.title"] == names["og:title"] == [title]
        assert names["og:url"] == canonical(html) == [thing["url"]] == [f"{SITE_URL}articles/{article.id}/"]
        assert thing.get("datePublished", "") == known_date(article)
        assert [topic["name"] for topic in thing.get("about", [])] == names.get("DC.subject", [])
        assert names["DC.subject" if article.topics.value else "z:itemType"] == (
            [topic.label for topic in article.topics.value] or ["newspaperArticle"]
        )
        if article.id in titles():
            assert title == titles()[article.id]


def test_the_sitemap_names_every_page_that_may_be_found(root: Path, catalog: Catalog) -> None:
    found = ET.parse(root / "site" / "sitemap.xml").getroot()  # noqa: S314 - we wrote it
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert found.tag == f"{space}urlset"
    addresses = [url.findtext(f"{space}loc", "") for url in found]
    assert len(addresses) == len(set(addresses))
    articles = {address for address in addresses if address.startswith(f"{SITE_URL}articles/")}
    assert articles == {f"{SITE_URL}articles/{it.id}/" for it in catalog.articles if not it.record.noindex}
    for address in addresses:
        assert (root / "site" / address.removeprefix(SITE_URL) / "index.html").is_file()
    topics = {f"{SITE_URL}topics/{key}/" for key in catalog.topics}
    assert topics <= set(addresses)
    # A name that nobody has confirmed to be one person is not to be found through a search engine.
    people = {entry.key for entry in catalog.people if entry.person is None}
    assert not {f"{SITE_URL}people/{key}/" for key in people} & set(addresses)
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (root / "site" / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize(("former", "now"), [("quay", "quay-walls"), ("quays", "quay-walls"), ("taken", "taken-back")])
def test_a_former_address_names_the_one_that_counts(root: Path, former: str, now: str) -> None:
    html = head(root, former)
    assert canonical(html) == [f"{SITE_URL}articles/{now}/"]
    assert '<meta name="robots" content="noindex">' in html
    (target,) = _REFRESH.findall(html)
    # Seen from a server and from a folder alike, it is the file.
    assert (root / "site" / "articles" / former / target).resolve() == root / "site" / "articles" / now / "index.html"


def test_a_withdrawn_article_is_in_no_other_file(root: Path, catalog: Catalog) -> None:
    assert [article.id for article in catalog.withdrawn] == ["taken-back"]
    for folder in ("data", "feeds", "cite", "search"):
        for path in (root / "site" / folder).rglob("*"):
            assert path.is_dir() or b"taken-back" not in path.read_bytes(), path
    ids = [item["id"] for item in json.loads((root / "site" / "cite" / "all.json").read_text("utf-8"))]
    assert ids == [article.id for article in catalog.articles]
