"""Metadata of the pages that list articles, and of the archive itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.metadata.model import Metadata
from build_site.metadata.picture import picture_properties
from build_site.web import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.web import Settings

_FEEDS = {"xml": ("application/atom+xml", "Atom"), "json": ("application/feed+json", "JSON Feed")}


def archive(settings: Settings) -> dict[str, Any]:
    """Describe the archive as the collection that an article is part of."""
    values = {"@type": "Collection", "name": settings.name, "url": settings.site_url}
    return {name: value for name, value in values.items() if value}


def breadcrumbs(steps: Sequence[tuple[str, str]], settings: Settings) -> dict[str, Any]:
    """Say where a page stands: words and address, within the archive, of each step below the home page."""
    items = []
    for position, (words, address) in enumerate([(settings.name, ""), *steps], 1):
        item: dict[str, Any] = {"@type": "ListItem", "position": position, "name": words}
        items.append(item | ({"item": settings.absolute(address)} if settings.site_url else {}))
    return {"@type": "BreadcrumbList", "itemListElement": items}


def home_metadata(settings: Settings) -> Metadata:
    """Describe the archive, and name its feeds."""
    collection = archive(settings) | ({"description": settings.description} if settings.description else {})
    return Metadata(properties=_card(settings.name, settings), graph=(collection,), files=feed_files("all", "articles"))


def list_metadata(title: str, address: str, above: tuple[str, str], settings: Settings, feed: str) -> Metadata:
    """Describe the list of the articles of a topic or a source, and name its feeds (`feed` is their stem)."""
    page = {"@type": "CollectionPage", "name": title, "isPartOf": archive(settings)}
    url = {"url": settings.absolute(address)} if settings.site_url else {}
    return Metadata(
        properties=_card(title, settings, settings.absolute(address)),
        graph=(page | url, breadcrumbs([above, (title, address)], settings)),
        files=feed_files(feed, title),
    )


def corrections_metadata(settings: Settings) -> Metadata:
    """Describe the list of corrections, and name its feeds."""
    url = settings.absolute(CORRECTIONS)
    page = {"@type": "WebPage", "name": "Corrections", "isPartOf": archive(settings)} | ({"url": url} if url else {})
    return Metadata(
        properties=_card("Corrections", settings, url),
        graph=(page, breadcrumbs([("Corrections", CORRECTIONS)], settings)),
        files=feed_files("corrections", "Corrections"),
    )


def feed_files(stem: str, title: str) -> tuple[tuple[str, str, str, str], ...]:
    """Name the two feeds of a list, for readers that look for them."""
    return tuple(
        ("alternate", media, f"{title} ({name})", f"feeds/{stem}.{ending}") for ending, (media, name) in _FEEDS.items()
    )


def _card(title: str, settings: Settings, url: str = "") -> tuple[tuple[str, str], ...]:
    return (
        ("og:type", "website"),
        ("og:title", title),
        ("og:site_name", settings.name),
        ("og:url", url or settings.site_url),
        *picture_properties(settings),
    )
