"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from build_site.feeds.entries import urn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.feeds.entries import Entry
    from build_site.feeds.make import Feed
    from build_site.web import Settings

_XML = "{http://www.w3.org/XML/1998/namespace}"


def atom(feed: Feed, found: Sequence[Entry], settings: Settings) -> bytes:
    """Write a feed. Addresses are relative to the feed's own where the archive has none."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _text(root, "title", feed.title)
    _text(root, "id", urn(f"feed:{feed.stem}", settings))
    _text(root, "updated", _time(found[0].updated if found else "1970-01-01"))
    _text(ET.SubElement(root, "author"), "name", settings.name)
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.link(feed.atom, settings)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.link(feed.address, settings)})
    for entry in found:
        _entry(ET.SubElement(root, "entry"), entry, feed, settings)
    ET.indent(root, " ")
    written = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _entry(node: ET.Element, entry: Entry, feed: Feed, settings: Settings) -> None:
    if entry.language:
        node.set(f"{_XML}lang", entry.language)
    _text(node, "title", entry.title)
    _text(node, "id", entry.id)
    _text(node, "updated", _time(entry.updated))
    if entry.published:
        _text(node, "published", _time(entry.published))
    for name in entry.authors:
        _text(ET.SubElement(node, "author"), "name", name)
    page = feed.link(entry.address, settings)
    ET.SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": page})
    if entry.original:
        ET.SubElement(node, "link", {"rel": "via", "href": entry.original})
    for label in entry.topics:
        ET.SubElement(node, "category", {"term": label})
    _text(node, "summary", entry.summary)


def _text(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = words


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
