"""A feed as JSON Feed (version 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.layout import indented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.feeds.entries import Entry
    from build_site.feeds.make import Feed
    from build_site.web import Settings


def json_feed(feed: Feed, found: Sequence[Entry], settings: Settings) -> bytes:
    """Write a feed."""
    values: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.link(feed.address, settings),
        "feed_url": feed.link(feed.json, settings),
        "description": settings.description,
        "authors": [{"name": settings.name}],
        "items": [_item(entry, feed, settings) for entry in found],
    }
    return (indented(_filled(values) | {"items": values["items"]}) + "\n").encode()


def _item(entry: Entry, feed: Feed, settings: Settings) -> dict[str, Any]:
    return _filled(
        {
            "id": entry.id,
            "url": feed.link(entry.address, settings),
            "external_url": entry.original,
            "title": entry.title,
            "content_text": entry.summary,
            "date_published": f"{entry.published}T00:00:00Z" if entry.published else "",
            "date_modified": f"{entry.updated}T00:00:00Z",
            "authors": [{"name": name} for name in entry.authors],
            "tags": list(entry.topics),
            "language": entry.language,
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
