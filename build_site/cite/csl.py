"""Article → CSL-JSON, the form in which citation tools exchange references.

Source: CSL 1.0.2, `csl-data.json`. What a file holds is the original article; `archive` says through whom it is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.catalog.private import outside_its_page
from build_site.cite.names import authors
from build_site.fields.edtf import Precision
from build_site.web import article_address

if TYPE_CHECKING:
    import datetime as dt

    from build_site.article.model import Article
    from build_site.fields.edtf import Edtf
    from build_site.web import Settings

_SEASONS = {3: 1, 6: 2, 9: 3, 12: 4}
_ONLY_IN_FILES = ("abstract", "keyword", "custom")


def csl_item(article: Article, settings: Settings) -> dict[str, Any]:
    """Make the reference. What is not known is left out; nothing is guessed.

    The address is the original's, or the archive's page where the original has none that is known.
    """
    source, date = article.source.value, article.published.value
    item = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title.value,
        "container-title": source.name if source else "",
        "author": [name for byline in article.record.byline for name in authors(byline)],
        "issued": issued(date) if date else {},
        "URL": article.record.url or settings.absolute(article_address(article.id)),
        "archive": settings.name,
        "archive_location": article.id,
        "language": article.language.value,
        "abstract": outside_its_page(article.record.summary, article),
        "keyword": "; ".join(topic.label for topic in article.topics.value),
        "custom": _custom(article, settings),
    }
    return {name: value for name, value in item.items() if value}


def for_text(item: dict[str, Any]) -> dict[str, Any]:
    """Reduce a reference to what a written citation shows; spans of days and years are said in words."""
    kept = {name: value for name, value in item.items() if name not in _ONLY_IN_FILES}
    if len(item.get("issued", {}).get("date-parts", ())) > 1:
        kept["issued"] = {"literal": item["custom"]["issued-in-words"]}
    return kept


def issued(date: Edtf) -> dict[str, Any]:
    """Write an EDTF date as CSL does: parts, a span of two, a season, `circa` for uncertain and approximate ones."""
    circa = {"circa": True} if date.uncertain or date.approximate else {}
    if date.precision is Precision.SEASON:
        return {"date-parts": [[date.first.year]], "season": _SEASONS[date.first.month], **circa}
    if date.precision is Precision.INTERVAL:
        return _interval(date)
    if date.precision is Precision.YEARS:
        return {"date-parts": [[date.first.year], [date.last.year]], **circa}
    return {"date-parts": [_parts(date.first, date.precision)], **circa}


def _interval(date: Edtf) -> dict[str, Any]:
    """Write an interval of two days, as CSL knows it; every other one is said in words."""
    days = [len(part) == len("2031-04-02") for part in date.text.split("/")]
    if not all(days):
        return {"literal": date.words}
    return {"date-parts": [_parts(day, Precision.DAY) for day in (date.first, date.last)]}


def _parts(day: dt.date, precision: Precision) -> list[int]:
    parts = [day.year, day.month, day.day]
    return parts[: {Precision.DAY: 3, Precision.MONTH: 2}.get(precision, 1)]


def _custom(article: Article, settings: Settings) -> dict[str, str]:
    """Give what CSL has no name for."""
    date = article.published.value
    values = {
        "issued-edtf": str(date) if date else "",
        "issued-in-words": date.words if date else "",
        "archive-url": settings.absolute(article_address(article.id)),
        "copy-url": article.record.archived_url,
        "rights": article.record.rights.uri,
    }
    return {name: value for name, value in values.items() if value}
