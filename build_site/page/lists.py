"""Lists: complete without JavaScript, at most 100 entries a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import PER_PAGE, article_path, part_path, relative
from build_site.page.markdown import attributed, bullets, escape, heading, link
from build_site.page.model import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from build_site.article.model import Article

    Item = TypeVar("Item")


def date_words(article: Article) -> str:
    """Date of an article as a reader says it."""
    date = article.published.value
    return date.words if date else "date not known"


def article_item(article: Article, page: str) -> str:
    """List an article: its title as a link, its source and date, and what became of the matter."""
    about = [article.source.value.name] if article.source.value else []
    line = f"{link(article.title.value, relative(article_path(article.id), page))} · {escape(date_words(article))}"
    if about:
        line += f" · {escape(about[0])}"
    if article.record.outcome:
        line += f". Outcome: {escape(article.record.outcome)}"
    return line


def article_rows(articles: Sequence[Article]) -> Callable[[str, int, int], str]:
    """Make the body of a list of articles for `list_pages`."""
    return lambda page, start, end: bullets([article_item(article, page) for article in articles[start:end]])


def list_pages(
    path: str, title: str, total: int, rows: Callable[[str, int, int], str], intro: Callable[[str], str], **extra: bool
) -> list[Page]:
    """Make the pages of one list.

    `rows(page, start, end)` gives the Markdown of the entries `start` to `end`, `intro(page)` what stands above the
    first part. `extra` goes into the front matter of each part.
    """
    parts = max(1, -(-total // PER_PAGE))
    pages = []
    for number in range(1, parts + 1):
        part = part_path(path, number)
        start = (number - 1) * PER_PAGE
        said = title if number == 1 else f"{title}, page {number}"
        blocks = [heading(said), intro(part) if number == 1 else "", rows(part, start, start + PER_PAGE)]
        if parts > 1:
            blocks.append(_pager(path, part, number, parts))
        matter = {"title": said, **extra, "hide": ["toc"]}
        pages.append(Page(part, matter, "\n\n".join(block for block in blocks if block)))
    return pages


def _pager(path: str, part: str, number: int, parts: int) -> str:
    links = [f"Page {number} of {parts}"]
    if number > 1:
        links.append(link("Previous page", relative(part_path(path, number - 1), part)))
    if number < parts:
        links.append(link("Next page", relative(part_path(path, number + 1), part)))
    return attributed(" · ".join(links), ".pager")
