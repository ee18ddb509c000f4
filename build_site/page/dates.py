"""Pages of time: years, months, and the articles whose date is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.fields.edtf import month_name
from build_site.page.address import date_path, relative
from build_site.page.charts import bar_chart
from build_site.page.lists import Listing, article_rows, list_pages
from build_site.page.markdown import bullets, count, heading, link
from build_site.page.model import Page
from build_site.page.parts import blocks, parts, trail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

    Months = dict[int, tuple[Article, ...]]

INDEX = "dates/index.md"
"""The list of years."""
UNDATED = "dates/undated.md"
"""The articles whose date is not known."""
TEMPLATE = "dates.html"
"""Template of a page with a chart."""
_ABOVE = ("Dates", INDEX)
_MOST_BARS = 60
_DECADE = 10


def date_pages(catalog: Catalog) -> Iterator[Page]:
    """Make the list of years, a page a year, a page a month, and one for what has no date."""
    yield _years(catalog)
    for year, months in catalog.dates.items():
        yield from _year(year, months)
        for month, articles in months.items():
            if month:
                yield from _month(year, month, articles)
    if catalog.undated:
        yield from _undated(catalog.undated)


def total(months: Months) -> int:
    """Count the articles of a year."""
    return sum(map(len, months.values()))


def _years(catalog: Catalog) -> Page:
    lines = [_line(str(year), date_path(year), INDEX, months) for year, months in catalog.dates.items()]
    if catalog.undated:
        words = link("Date not known", relative(UNDATED, INDEX))
        lines.append(f"{words}: {count(len(catalog.undated), 'article')}")
    dated = sum(map(total, catalog.dates.values()))
    said = f"{count(dated, 'article')} with a date." if dated else "There is no article yet."
    body = parts(trail(INDEX), blocks([heading("Dates"), said]), bullets(lines))
    matter: dict[str, Any] = {"title": "Dates", "hide": ["toc"]}
    if dated:
        matter |= {"chart": _chart_of_years(catalog.dates), "template": TEMPLATE}
    return Page(INDEX, matter, body)


def _line(words: str, target: str, page: str, months: Months) -> str:
    return f"{link(words, relative(target, page))}: {count(total(months), 'article')}"


def _chart_of_years(dates: dict[int, Months]) -> dict[str, Any]:
    """Draw a bar a year, the years without articles included; a bar a decade where the years are too many."""
    first, last = min(dates), max(dates)
    by_year = {year: total(dates.get(year, {})) for year in range(first, last + 1)}
    if len(by_year) <= _MOST_BARS:
        rows = [(str(year), str(year), number) for year, number in by_year.items()]
        return bar_chart("Articles a year", ("Year", "Articles"), rows)
    decades = dict.fromkeys((year - year % _DECADE for year in by_year), 0)
    for year, number in by_year.items():
        decades[year - year % _DECADE] += number
    rows = [(f"{decade}s", str(decade), number) for decade, number in decades.items()]
    return bar_chart("Articles a decade", ("Decade", "Articles"), rows)


def _chart_of_months(year: int, months: Months) -> dict[str, Any]:
    rows = [(month_name(month), month_name(month)[:3], len(months.get(month, ()))) for month in range(1, 13)]
    return bar_chart(f"Articles a month, {year}", ("Month", "Articles"), rows)


def _year(year: int, months: Months) -> list[Page]:
    whole = months.get(0, ())

    def rows(page: str, start: int, end: int) -> str:
        """List the months, then the articles whose month is not known."""
        lines = [
            _line(f"{month_name(month)} {year}", date_path(year, month), page, {month: months[month]})
            for month in sorted(months)
            if month and not start
        ]
        title = heading("Month not known", 2) if whole else ""
        return blocks([bullets(lines), title, article_rows(whole)(page, start, end)])

    extra = {"chart": _chart_of_months(year, months), "template": TEMPLATE} if set(months) != {0} else {}
    said = f"{count(total(months), 'article')}."
    return list_pages(Listing(date_path(year), str(year), len(whole), rows, lambda _: said, (_ABOVE,)), **extra)


def _month(year: int, month: int, articles: tuple[Article, ...]) -> list[Page]:
    title = f"{month_name(month)} {year}"
    above = (_ABOVE, (str(year), date_path(year)))
    intro = f"{count(len(articles), 'article')}."
    rows = article_rows(articles)
    return list_pages(Listing(date_path(year, month), title, len(articles), rows, lambda _: intro, above))


def _undated(articles: tuple[Article, ...]) -> list[Page]:
    intro = f"{count(len(articles), 'article')}, by title. Neither a text nor a record gives a date of publication."
    rows = article_rows(articles)
    return list_pages(Listing(UNDATED, "Date not known", len(articles), rows, lambda _: intro, (_ABOVE,)))
