"""Feeds: read back by feedparser, and held against what the formats demand."""

from __future__ import annotations

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import feedparser  # type: ignore[import-untyped]  # feedparser has no types
import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.feeds.entries import NEWEST
from build_site.feeds.make import feed_files
from build_site.page.make import make_pages
from build_site.web import Settings
from tests.archive import make_archive
from tests.outputs import NAMES, SETTINGS, catalog, titles

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


@pytest.mark.parametrize("name", NAMES)
def test_both_feeds_hold_the_newest_articles_of_the_catalog(name: str) -> None:
    files = feed_files(catalog(name), SETTINGS)
    articles = {f"https://archive.example/press/articles/{item.id}/": item for item in catalog(name).articles}
    read = feedparser.parse(files["feeds/all.xml"], sanitize_html=False)
    assert not read.bozo
    assert read.version == "atom10"
    items = json.loads(files["feeds/all.json"])["items"]
    assert len(read.entries) == len(items) == min(NEWEST, len(articles))
    for entry, item in zip(read.entries, items, strict=True):
        article = articles[entry.link]
        assert item["url"] == entry.link
        assert item["id"] == entry.id
        assert item["title"] == article.title.value
        assert item.get("tags", []) == [topic.label for topic in article.topics.value]
        assert [tag.term for tag in entry.get("tags", [])] == item.get("tags", [])


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_in_the_xml_as_they_are(name: str) -> None:
    root = ET.fromstring(feed_files(catalog(name), SETTINGS)["feeds/all.xml"])  # noqa: S314 - we wrote it
    shown = {entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")}
    assert shown <= {article.title.value for article in catalog(name).articles}
    assert len(shown) > 1


def test_every_awkward_title_survives() -> None:
    of = catalog("awkward")
    found = set()
    for article in of.articles:
        (entry,) = json.loads(feed_files(replace(of, articles=(article,)), SETTINGS)["feeds/all.json"])["items"]
        xml = feed_files(replace(of, articles=(article,)), SETTINGS)["feeds/all.xml"]
        root = ET.fromstring(xml)  # noqa: S314 - we wrote it
        assert root.findtext(f"{ATOM}entry/{ATOM}title") == entry["title"] == titles()[article.id]
        found.add(article.id)
    assert found == set(titles())


def test_a_feed_has_what_atom_demands() -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2."""
    for path, data in feed_files(catalog("demonstration"), SETTINGS).items():
        if path.endswith(".xml"):
            root = ET.fromstring(data)  # noqa: S314 - we wrote it
            assert all(len(root.findall(f"{ATOM}{name}")) == 1 for name in ("title", "id", "updated", "author"))
            assert root.find(f"{ATOM}link[@rel='self']").attrib["href"] == f"https://archive.example/press/{path}"  # type: ignore[union-attr]
            entries = root.findall(f"{ATOM}entry")
            assert 0 <= len(entries) <= NEWEST
            for entry in entries:
                assert all(len(entry.findall(f"{ATOM}{name}")) == 1 for name in ("title", "id", "updated", "summary"))
                assert TIME.fullmatch(entry.findtext(f"{ATOM}updated", ""))
                assert entry.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
            ids = [entry.findtext(f"{ATOM}id") for entry in entries]
            assert len(set(ids)) == len(ids)


def test_a_feed_has_what_json_feed_demands() -> None:
    """JSON Feed 1.1: version, title and items; each item an id and a content."""
    for path, data in feed_files(catalog("demonstration"), SETTINGS).items():
        if path.endswith(".json"):
            feed: dict[str, Any] = json.loads(data)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["title"]
            assert feed["feed_url"] == f"https://archive.example/press/{path}"
            assert all(item["id"] and item["content_text"] for item in feed["items"])


def test_topics_and_sources_have_feeds() -> None:
    of = catalog("demonstration")
    files = feed_files(of, SETTINGS)
    stems = [
        "all",
        "corrections",
        *(f"topics/{key}" for key in of.topics),
        *(f"sources/{entry.key}" for entry in of.sources),
    ]
    assert set(files) == {f"feeds/{stem}.{ending}" for stem in stems for ending in ("xml", "json")}
    for key, entry in of.topics.items():
        items = json.loads(files[f"feeds/topics/{key}.json"])["items"]
        urls = {f"https://archive.example/press/articles/{article.id}/" for article in entry.articles}
        assert {item["url"] for item in items} <= urls
        assert len(items) == min(NEWEST, len(urls))


def test_ids_stay_when_the_archive_moves() -> None:
    of = catalog("records")
    here, there = (
        feed_files(of, replace(SETTINGS, site_url=url))["feeds/all.json"] for url in ("https://a.example/", "")
    )
    ids = [[item["id"] for item in json.loads(data)["items"]] for data in (here, there)]
    assert ids[0] == ids[1]
    assert here != there


def test_without_an_address_links_are_relative_to_the_feed() -> None:
    of = catalog("demonstration")
    files = feed_files(of, Settings("A test archive"))
    all_items = json.loads(files["feeds/all.json"])["items"]
    assert all(item["url"].startswith("../articles/") for item in all_items)
    key = next(iter(of.topics))
    assert all(
        item["url"].startswith("../../articles/") for item in json.loads(files[f"feeds/topics/{key}.json"])["items"]
    )


def test_what_was_added_last_comes_first_and_noindex_is_left_out(tmp_path: Any) -> None:  # noqa: ANN401 - pytest's
    root = make_archive(
        tmp_path,
        """--- seeds/a.yml
{title: Alpha, published: 2031-04-02, accessioned: 2031-05-01}
--- seeds/b.yml
{title: Beta, published: 1990, accessioned: 2031-05-02, corrections: [{on: 2031-06-01, note: The date was wrong.}]}
--- seeds/c.yml
{title: Gamma, published: null}
--- seeds/d.yml
{title: Delta, published: 2031-07-01, noindex: true}
""",
    )
    of = pipeline.choose(pipeline.load(root), Edition.PUBLIC, dt.date(2033, 1, 1))
    items = json.loads(feed_files(of, SETTINGS)["feeds/all.json"])["items"]
    assert [(item["title"], item["date_modified"][:10], item.get("date_published")) for item in items] == [
        ("Beta", "2031-06-01", None),
        ("Alpha", "2031-05-01", "2031-04-02T00:00:00Z"),
        ("Gamma", "1970-01-01", None),
    ]


CORRECTED = """--- seeds/registers/people.yml
people:
  bo-marlow: {name: Bo Marlow, page: false}
  cy-oddy: {name: Cy Oddy, unlisted: true}
--- seeds/a.yml
title: Alpha
corrections:
  - {on: 2031-06-01, note: The date was wrong.}
  - {on: 2031-06-03, note: The <b>outlet</b> & the date were wrong.}
--- seeds/b.yml
title: Beta
people: [Bo Marlow]
corrections: [{on: 2031-06-02, note: Mr Marlow was not there.}]
--- seeds/c.yml
{title: Gamma, noindex: true, corrections: [{on: 2031-06-04, note: Not to be found.}]}
--- seeds/d.yml
{title: Delta, embargo: 2099-01-01, corrections: [{on: 2031-06-05, note: Too early.}]}
--- seeds/e.yml
title: Epsilon
access: withdrawn
withdrawn: {on: 2031-09-01, reason: privacy}
corrections: [{on: 2031-06-06, note: Withdrawn.}]
"""


def test_corrections_have_feeds_of_their_own(tmp_path: Any) -> None:  # noqa: ANN401 - pytest's
    root = make_archive(tmp_path, CORRECTED)
    of = pipeline.choose(pipeline.load(root), Edition.PUBLIC, dt.date(2033, 1, 1))
    files = feed_files(of, SETTINGS)
    items = json.loads(files["feeds/corrections.json"])["items"]
    assert [(item["date_modified"][:10], item["title"], item["content_text"]) for item in items] == [
        ("2031-06-03", "Correction: Alpha", "The <b>outlet</b> & the date were wrong."),
        ("2031-06-02", "Correction: Beta", "The note stands on the page of the article."),
        ("2031-06-01", "Correction: Alpha", "The date was wrong."),
    ]
    assert len({item["id"] for item in items}) == 3
    read = feedparser.parse(files["feeds/corrections.xml"], sanitize_html=False)
    assert not read.bozo
    assert [entry.id for entry in read.entries] == [item["id"] for item in items]
    assert [entry.summary for entry in read.entries] == [item["content_text"] for item in items]
    assert read.feed.link == "https://archive.example/press/corrections/"
    (page,) = [page for page in make_pages(of, SETTINGS) if page.path == "corrections/index.md"]
    assert "(../feeds/corrections.xml)" in page.body
    linked = [(relation, media, path) for relation, media, _, path in page.front_matter["metadata"]["files"]]
    assert linked == [
        ("alternate", "application/atom+xml", "feeds/corrections.xml"),
        ("alternate", "application/feed+json", "feeds/corrections.json"),
    ]
    assert "Marlow" not in page.text
    assert "Too early" not in page.text


def test_a_further_correction_leaves_the_ids_of_the_others(tmp_path: Any) -> None:  # noqa: ANN401 - pytest's
    ids = []
    for number, more in enumerate(("", "  - {on: 2031-06-09, note: Again.}\n")):
        root = make_archive(tmp_path / str(number), CORRECTED.replace("--- seeds/b.yml\n", f"{more}--- seeds/b.yml\n"))
        of = pipeline.choose(pipeline.load(root), Edition.PUBLIC, dt.date(2033, 1, 1))
        ids.append([item["id"] for item in json.loads(feed_files(of, SETTINGS)["feeds/corrections.json"])["items"]])
    assert ids[1][1:] == ids[0]
