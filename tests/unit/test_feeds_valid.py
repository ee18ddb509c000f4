"""Every feed of the records, the demonstration and the awkward titles keeps every rule of its format."""

from __future__ import annotations

import json
from typing import Any

import feedparser  # type: ignore[import-untyped]  # feedparser has no types
import pytest

from build_site.feeds.make import feed_files
from build_site.web import Settings
from tests.feed_rules import atom_faults, json_faults
from tests.outputs import NAMES, SETTINGS, catalog


@pytest.mark.parametrize("settings", [SETTINGS, Settings("A test archive")], ids=["with an address", "without"])
@pytest.mark.parametrize("name", NAMES)
def test_every_feed_is_valid(name: str, settings: Settings) -> None:
    found = {}
    for path, data in feed_files(catalog(name), settings).items():
        found[path] = atom_faults(data) if path.endswith(".xml") else json_faults(data)
        if path.endswith(".xml"):
            assert not feedparser.parse(data).bozo, path
    assert len(found) > 3
    assert {path: faults for path, faults in found.items() if faults} == {}


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x:f</id><updated>2031-04-02T00:00:00Z</updated>
<author><name>N</name></author><link rel="self" href="a.xml"/>
<entry><title>E</title><id>urn:x:e</id><updated>2031-04-02T00:00:00Z</updated><link href="e/"/><category term="c"/>
</entry></feed>"""


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("", "", ""),
        ("<id>urn:x:e</id>", "", "0 × id"),
        ("<id>urn:x:e</id>", "<id>e 1</id>", "id is no IRI"),
        ("<title>E</title>", "<title>E</title><title>E</title>", "2 × title"),
        ("<title>E</title>", "<title>E <b>b</b></title>", "title holds elements"),
        ("<title>E</title>", '<title type="markdown">E</title>', "type of title"),
        ("2031-04-02T00:00:00Z</updated><link", "2031-04-02</updated><link", "updated 2031-04-02"),
        ("2031-04-02T00:00:00Z</updated><link", "2031-13-02T00:00:00Z</updated><link", "updated 2031-13-02T00:00:00Z"),
        ('<link href="e/"/>', "", "an entry with neither content nor alternate"),
        ('<link href="e/"/>', '<link href="a b"/>', "address a b"),
        ('<link href="e/"/>', '<link href="e/"/><link href="f/"/>', "two alternates of (None, None)"),
        ("<author><name>N</name></author>", "", "no author"),
        ("<name>N</name>", "<name> </name>", "a person without one name"),
        ('<link rel="self" href="a.xml"/>', "", "no link to itself"),
        (' term="c"', "", "a category without a term"),
        ('<category term="c"/>', "<tag/>", "unknown element tag"),
        ("<entry>", '<entry xml:lang="en_GB">', "language en_GB"),
    ],
)
def test_a_fault_of_an_atom_feed_is_named(good: str, bad: str, fault: str) -> None:
    assert good in ATOM
    assert atom_faults(ATOM.replace(good, bad, 1).encode()) == ([fault] if fault else [])


JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "T",
    "items": [{"id": "a", "content_text": "x", "url": "a/", "date_modified": "2031-04-02T00:00:00Z", "tags": ["t"]}],
}


@pytest.mark.parametrize(
    ("change", "item", "fault"),
    [
        ({}, {}, ""),
        ({"version": "https://jsonfeed.org/version/1"}, {}, "version"),
        ({"title": ""}, {}, "no title"),
        ({"items": None}, {}, "no items"),
        ({"author": {}}, {}, "unknown member author"),
        ({"authors": [{}]}, {}, "authors"),
        ({"feed_url": "a b"}, {}, "feed_url a b"),
        ({}, {"id": 1}, "an item without id"),
        ({}, {"content_text": None}, "an item without content"),
        ({}, {"date_modified": "2031-04-02"}, "date_modified 2031-04-02"),
        ({}, {"tags": [""]}, "tags"),
        ({}, {"language": "en_GB"}, "language en_GB"),
        ({}, {"_ours": 1}, ""),
    ],
)
def test_a_fault_of_a_json_feed_is_named(change: dict[str, Any], item: dict[str, Any], fault: str) -> None:
    feed = JSON | {"items": [{**JSON["items"][0], **item}]} | change  # type: ignore[dict-item]  # a list of items
    assert json_faults(json.dumps(feed).encode()) == ([fault] if fault else [])


def test_one_id_for_two_items_is_named() -> None:
    twice = JSON | {"items": [*JSON["items"], *JSON["items"]]}
    assert json_faults(json.dumps(twice).encode()) == ["id a twice"]
    entry = ATOM[ATOM.index("<entry>") : ATOM.index("</feed>")]
    assert atom_faults(ATOM.replace("<entry>", f"{entry}<entry>", 1).encode()) == ["id urn:x:e twice"]
