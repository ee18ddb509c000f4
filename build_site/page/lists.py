"""Lists: complete without JavaScript, at most 100 entries a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.catalog.private import outside_its_page
from build_site.page.address import PER_PAGE, article_path, part_path, relative
from build_site.page.language import language_attributes
from build_site.page.markdown import attributed, bullets, escape, heading, isolated, link
from build_site.page.model import Page
from build_site.page.parts import blocks, parts, trail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from build_site.article.model import Article

_NUMBERED = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list consists of."""

    path: str
    """Path of its first page."""
    title: str
    """Its heading."""
    total: int
    """Number of entries."""
    rows: Callable[[str, int, int], str]
    """`rows(page, start, end)`: the Markdown of the entries `start` to `end`."""
    intro: Callable[[str], str] = lambda _: ""
    """`intro(page)`: what stands above the first part."""
    above: tuple[tuple[str, str], ...] = ()
    """Where the list stands: words and page of each step below the home page."""


def date_words(article: Article) -> str:
    """Date of an article as a reader says it."""
    date = article.published.value
    return date.words if date else "date not known"


def article_item(article: Article, page: str, *, more: Iterable[str] = ()) -> str:
    """List an article: its title as a link; below it source and date, what became of the matter, and `more`."""
    title = link(article.title.value, relative(article_path(article.id), page), language_attributes(article))
    facts = [isolated(article.source.value.name)] if article.source.value else []
    meta = [" · ".join([*facts, escape(date_words(article))])]
    if outcome := outside_its_page(article.record.outcome, article):
        meta.append(f"Outcome: {escape(outcome)}")
    return "\n\n".join([title, *(f"    {line}" for line in (*meta, *more))])


def article_list(articles: Iterable[Article], page: str) -> str:
    """List articles one below the other."""
    return "\n\n".join(f"- {article_item(article, page)}" for article in articles)


def article_rows(articles: Sequence[Article]) -> Callable[[str, int, int], str]:
    """Make the body of a list of articles for a `Listing`."""
    return lambda page, start, end: article_list(articles[start:end], page)


def list_pages(listing: Listing, **extra: Any) -> list[Page]:  # noqa: ANN401 - front matter holds values of many kinds
    """Make the pages of one list. `extra` goes into the front matter of each."""
    number_of_pages = max(1, -(-listing.total // PER_PAGE))
    return [_page(listing, number, number_of_pages, extra) for number in range(1, number_of_pages + 1)]


def _page(listing: Listing, number: int, last: int, extra: dict[str, Any]) -> Page:
    path, start = part_path(listing.path, number), (number - 1) * PER_PAGE
    first = number == 1
    title = listing.title if first else f"{listing.title}, page {number}"
    above = listing.above if first else (*listing.above, (listing.title, listing.path))
    head = blocks([heading(title), listing.intro(path) if first else ""])
    rows = blocks([listing.rows(path, start, start + PER_PAGE), _pager(listing.path, path, number, last)])
    return Page(path, {"title": title, **extra, "hide": ["toc"]}, parts(trail(path, *above), head, rows))


def _pager(first: str, page: str, number: int, last: int) -> str:
    """Lead to the pages of the list: the first, the last, and those near this one."""
    if last == 1:
        return ""
    shown = [n for n in range(1, last + 1) if n in (1, last) or abs(n - number) <= _NUMBERED]
    words = []
    for n in shown:
        if n - 1 not in (0, *shown):
            words.append("…")
        words.append(f"**{n}**" if n == number else link(f"Page {n}", relative(part_path(first, n), page)))
    return attributed(" ".join(["Pages of this list:", *words]), ".pager")


def plain_rows(items: Sequence[Callable[[str], str]]) -> Callable[[str, int, int], str]:
    """Make the body of a list whose entries are one line each, written for the page on which they stand."""
    return lambda page, start, end: bullets([item(page) for item in items[start:end]])
