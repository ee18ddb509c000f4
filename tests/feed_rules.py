"""What a feed must be: Atom by RFC 4287, JSON Feed by its version 1.1, as checks that name each fault.

No validator of feeds that is maintained and works without a network is in a package registry (looked for in November
2026: the W3C's has no release, the one on npm asks the W3C's server). So the rules stand here, in our own words. Every
Atom feed of the three catalogs was put once before the W3C's validator as well (its source of 16 December 2025): no
error, and warnings only of the demonstration's days in the future and of titles that are awkward on purpose.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NS = "{http://www.w3.org/2005/Atom}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# RFC 3339, and RFC 4287, section 3.3: `T` and `Z` are capitals.
_TIME = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_REFERENCE = re.compile(r"[^\s<>\"{}|\\^`]+")
_MEDIA = re.compile(r"[\w.+-]+/[\w.+-]+(?:;.*)?")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_ONCE = ("id", "title", "updated")
_FEED = {
    *_ONCE,
    "author",
    "category",
    "contributor",
    "generator",
    "icon",
    "link",
    "logo",
    "rights",
    "subtitle",
    "entry",
}
_FEED_AT_MOST_ONCE = ("generator", "icon", "logo", "rights", "subtitle")
_ENTRY = {*_ONCE, "author", "category", "content", "contributor", "link", "published", "rights", "source", "summary"}
_ENTRY_AT_MOST_ONCE = ("content", "published", "rights", "source", "summary")
_JSON_FEED = {
    *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon"),
    *("authors", "language", "expired", "hubs", "items"),
}
_JSON_ITEM = {
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"),
    *("date_published", "date_modified", "authors", "tags", "language", "attachments"),
}


def atom_faults(data: bytes) -> list[str]:
    """Name the faults of an Atom feed; none for a valid one."""
    root = ET.fromstring(data)  # noqa: S314 - we wrote it
    if root.tag != f"{_NS}feed":
        return [f"the root is {root.tag}"]
    entries = root.findall(f"{_NS}entry")
    faults = [*_container(root, _FEED, _FEED_AT_MOST_ONCE), *_links(root)]
    if not root.findall(f"{_NS}author") and not all(entry.findall(f"{_NS}author") for entry in entries):
        faults.append("no author")
    if not any(link.get("rel") == "self" for link in root.findall(f"{_NS}link")):
        faults.append("no link to itself")
    for entry in entries:
        faults += [*_container(entry, _ENTRY, _ENTRY_AT_MOST_ONCE), *_links(entry)]
        if entry.find(f"{_NS}content") is None and not _alternates(entry):
            faults.append("an entry with neither content nor alternate")
    ids = Counter(entry.findtext(f"{_NS}id") for entry in entries)
    return faults + [f"id {name} twice" for name, number in ids.items() if number > 1]


def _container(node: ET.Element, known: set[str], at_most_once: Iterable[str]) -> Iterator[str]:
    names = Counter(child.tag.removeprefix(_NS) for child in node)
    yield from (f"unknown element {name}" for name in names if name not in known)
    yield from (f"{names[name]} × {name}" for name in _ONCE if names[name] != 1)
    yield from (f"{names[name]} × {name}" for name in at_most_once if names[name] > 1)
    yield from ("id is no IRI" for it in node.findall(f"{_NS}id") if not _IRI.fullmatch(it.text or ""))
    for name in ("updated", "published"):
        yield from (f"{name} {it.text}" for it in node.findall(f"{_NS}{name}") if not _TIME.fullmatch(it.text or ""))
    for person in (*node.findall(f"{_NS}author"), *node.findall(f"{_NS}contributor")):
        if len(person.findall(f"{_NS}name")) != 1 or not (person.findtext(f"{_NS}name") or "").strip():
            yield "a person without one name"
    for category in node.findall(f"{_NS}category"):
        if not category.get("term"):
            yield "a category without a term"
    for name in ("title", "subtitle", "summary", "rights"):
        found = node.findall(f"{_NS}{name}")
        yield from (f"type of {name}" for it in found if it.get("type", "text") not in ("text", "html", "xhtml"))
        yield from (f"{name} holds elements" for it in found if it.get("type", "text") == "text" and len(it))
    if (language := node.get(_XML_LANG)) is not None and not _LANGUAGE.fullmatch(language):
        yield f"language {language}"


def _links(node: ET.Element) -> Iterator[str]:
    for link in node.findall(f"{_NS}link"):
        if not _REFERENCE.fullmatch(link.get("href", "")):
            yield f"address {link.get('href')}"
        if not _MEDIA.fullmatch(link.get("type", "text/html")):
            yield f"media type {link.get('type')}"
    twice = Counter((link.get("type"), link.get("hreflang")) for link in _alternates(node))
    yield from (f"two alternates of {kind}" for kind, number in twice.items() if number > 1)


def _alternates(node: ET.Element) -> list[ET.Element]:
    return [link for link in node.findall(f"{_NS}link") if link.get("rel", "alternate") == "alternate"]


def json_faults(data: bytes) -> list[str]:
    """Name the faults of a JSON Feed; none for a valid one."""
    feed = json.loads(data.decode())
    faults = list(_object(feed, _JSON_FEED))
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        faults.append("version")
    if not isinstance(feed.get("title"), str) or not feed["title"]:
        faults.append("no title")
    if not isinstance(feed.get("items"), list):
        return [*faults, "no items"]
    for item in feed["items"]:
        faults += [*_object(item, _JSON_ITEM), *_item(item)]
    ids = Counter(str(item.get("id")) for item in feed["items"])
    return faults + [f"id {name} twice" for name, number in ids.items() if number > 1]


def _item(item: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield "an item without id"
    if not isinstance(item.get("content_text", item.get("content_html")), str):
        yield "an item without content"
    for name in ("date_published", "date_modified"):
        if name in item and not _TIME.fullmatch(str(item[name])):
            yield f"{name} {item[name]}"
    tags = item.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) and tag for tag in tags):
        yield "tags"


def _object(found: Mapping[str, Any], known: set[str]) -> Iterator[str]:
    """Check what feeds and items have in common."""
    yield from (f"unknown member {name}" for name in found if name not in known and not name.startswith("_"))
    for name in ("url", "external_url", "home_page_url", "feed_url"):
        if name in found and not (isinstance(found[name], str) and _REFERENCE.fullmatch(found[name])):
            yield f"{name} {found[name]}"
    if "language" in found and not _LANGUAGE.fullmatch(str(found["language"])):
        yield f"language {found['language']}"
    authors = found.get("authors", [])
    if not isinstance(authors, list) or not all(set(one) & {"name", "url", "avatar"} for one in authors):
        yield "authors"
