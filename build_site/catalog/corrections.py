"""What has been corrected: every dated note on every article of the edition, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.catalog.private import outside_its_page

if TYPE_CHECKING:
    import datetime as dt

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

_ON_ITS_PAGE = "The note stands on the page of the article."


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction and where it belongs."""

    article: Article
    """The article."""
    on: dt.date
    """The day of the correction."""
    number: int
    """1-based: which correction of the article's record this is; it stays, because new ones are added below."""
    note: str
    """What was corrected, as it may be said outside the article's own page."""


def corrections(catalog: Catalog) -> list[Corrected]:
    """Every correction, newest first. A note stays on the article's page where it names a person named only there."""
    found = [
        Corrected(article, item.on, number, outside_its_page(item.note, article) or _ON_ITS_PAGE)
        for article in catalog.articles
        for number, item in enumerate(article.record.corrections, 1)
    ]
    return sorted(found, key=lambda item: (-item.on.toordinal(), item.article.id, item.number))
