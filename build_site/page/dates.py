"""Pages of time: years, months, and the articles whose date is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.fields.edtf import month_name
from build_site.page.address import date_path, relative
from build_site.page.lists import article_rows, list_pages
from build_site.page.markdown import bullets, count, heading, link
from build_site.page.model import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

INDEX = "dates/index.md"
"""The list of years."""
UNDATED = "dates/undated.md"
"""The articles whose date is not known."""


def date_pages(catalog: Catalog) -> Iterator[Page]:
    """Make the list of years, a page a year, a page a month, and one for what has no date."""
    lines = [_line(str(year), date_path(year), INDEX, months) for year, months in catalog.dates.items()]
    if catalog.undated:
        words = f"{link('Date not known', relative(UNDATED, INDEX))}: {count(len(catalog.undated), 'article')}"
        lines.append(words)
    body = f"{heading('Dates')}\n\n{bullets(lines) or 'There is no article yet.'}"
    yield Page(INDEX, {"title": "Dates", "hide": ["toc"]}, body)
    for year, months in catalog.dates.items():
        yield from _year(year, months)
        for month, articles in months.items():
            if month:
                yield from _month(year, month, articles)
    if catalog.undated:
        yield from list_pages(
            UNDATED, "Date not known", len(catalog.undated), article_rows(catalog.undated), lambda _: ""
        )


def _line(words: str, target: str, page: str, months: dict[int, tuple[Article, ...]]) -> str:
    total = sum(map(len, months.values()))
    return f"{link(words, relative(target, page))}: {count(total, 'article')}"


def _year(year: int, months: dict[int, tuple[Article, ...]]) -> list[Page]:
    whole = months.get(0, ())

    def intro(page: str) -> str:
        lines = [
            _line(f"{month_name(month)} {year}", date_path(year, month), page, {month: months[month]})
            for month in sorted(months, reverse=True)
            if month
        ]
        rest = f"Known by the year only: {count(len(whole), 'article')}." if whole else ""
        return "\n\n".join(block for block in (bullets(lines), rest) if block)

    return list_pages(date_path(year), str(year), len(whole), article_rows(whole), intro)


def _month(year: int, month: int, articles: tuple[Article, ...]) -> list[Page]:
    def intro(page: str) -> str:
        return f"{count(len(articles), 'article')}. {link(f'All of {year}', relative(date_path(year), page))}"

    title = f"{month_name(month)} {year}"
    return list_pages(date_path(year, month), title, len(articles), article_rows(articles), intro)
