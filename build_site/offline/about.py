"""What a copy says of itself: its date, its name, its labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site import __version__
from build_site.catalog.slug import slug

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.web import Settings


@dataclass(frozen=True, slots=True)
class About:
    """What a copy is."""

    settings: Settings
    """Name and address of the archive."""
    catalog: Catalog
    """What the copy shows."""
    day: dt.date | None
    """The day of its content; None where no record has a date."""

    @property
    def name(self) -> str:
        """Name of the copy: its folder, and its zip without the ending."""
        parts = [slug(self.settings.name).encode("ascii", "ignore").decode().strip("-") or "archive"]
        parts += [str(self.catalog.edition), *([self.day.isoformat()] if self.day else [])]
        return "-".join(parts)

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """Labels and values of `bag-info.txt`; the reserved ones are those of RFC 8493."""
        return (
            ("Source-Organization", self.settings.name),
            ("External-Description", self.settings.description),
            ("External-Identifier", self.settings.site_url),
            ("Bagging-Date", self.day.isoformat() if self.day else ""),
            ("Bag-Software-Agent", f"build-site {__version__}"),
            ("Edition", str(self.catalog.edition)),
            ("Articles", str(len(self.catalog.articles))),
            ("Texts-Held", str(self.catalog.held)),
            ("Private", "yes" if self.catalog.private else "no"),
        )


def newest_day(catalog: Catalog) -> dt.date | None:
    """Return the newest day in the records of an edition: taken in, reviewed, corrected, withdrawn or published."""
    return max((day for article in (*catalog.articles, *catalog.withdrawn) for day in _days(article)), default=None)


def _days(article: Article) -> Iterator[dt.date]:
    record = article.record
    reviews = (record.reviewed, record.names_checked, record.withdrawn)
    yield from (review.on for review in reviews if review)
    yield from (correction.on for correction in record.corrections)
    if record.accessioned:
        yield record.accessioned
    if article.published.value:
        yield article.published.value.first
