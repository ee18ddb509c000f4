"""What a pull request changes, as Markdown for its reviewer: the public edition of what is new, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.article.escape import escape_inline
from build_site.catalog.duplicates import near_duplicates
from build_site.page.markdown import count
from build_site.web import article_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.contribute.base import Base
    from build_site.pipeline import Examined

MOST = 50
"""Most new articles that are shown in full; a summary on GitHub may hold 1 MiB."""


def summarise(catalog: Catalog, found: Examined, base: Base, size: int, built: Mapping[str, int]) -> str:
    """Write the summary.

    `catalog` is the public edition of now, `size` the bytes of all files in `seeds/` now, `built` the bytes of each
    file of the site by its path there; empty where it was not built.
    """
    new = [article for article in catalog.articles if article.id not in base.paths]
    old = [article for article in catalog.articles if article.id in base.paths]
    parts = [
        f"## {count(len(new), 'new article')}",
        *(_article(article) for article in sorted(new, key=lambda item: item.id)[:MOST]),
        *([f"{count(len(new) - MOST, 'more article')}."] if len(new) > MOST else []),
        _listed("People new to the archive", _names(new) - _names(old)),
        _listed("Topics new to the archive", _labels(new) - _labels(old)),
        _listed("Nearly the same text", _alike(found, {article.id for article in new})),
        f"Size of `seeds/`: {size:,} bytes ({size - base.size:+,}).",
        _site(built, new),
    ]
    return "\n\n".join(part for part in parts if part)


def _site(built: Mapping[str, int], new: Sequence[Article]) -> str:
    """Say how large the site is, and how much of it is new articles. To compare, the base would be built too."""
    if not built:
        return ""
    folders = tuple(article_address(article.id) for article in new)
    pages = sum(size for path, size in built.items() if path.startswith(folders)) if folders else 0
    return (
        f"Size of the site: {sum(built.values()):,} bytes in {count(len(built), 'file')}; {pages:,} of them are the "
        "folders of the new articles. The site before this change is not built here, so the two are not compared."
    )


def _article(article: Article) -> str:
    source, date, record = article.source.value, article.published.value, article.record
    rows = {
        "title": article.title.value,
        "source": source.name if source else "",
        "published": date.words if date else "",
        "language": article.language.value,
        "topics": ", ".join(topic.label for topic in article.topics.value),
        "people": ", ".join(person.name for person in article.people.value),
        "summary": record.summary,
        "rights": record.rights.label,
        "access": str(article.access),
        "text shown": "yes" if article.held else "no",
        "reviewed": f"{record.reviewed.by}, {record.reviewed.on}" if record.reviewed else "not yet",
    }
    lines = [f"| {name} | {_cell(value) or '—'} |" for name, value in rows.items()]
    return "\n".join([f"### {_cell(article.id)}", "", "| field | value |", "|---|---|", *lines])


def _cell(text: str) -> str:
    return escape_inline(" ".join(text.split())).replace("|", "&#124;")


def _listed(title: str, items: Iterable[str]) -> str:
    lines = [f"- {_cell(item)}" for item in sorted(items)]
    return "\n".join([f"**{title}**", "", *lines]) if lines else ""


def _names(articles: Iterable[Article]) -> set[str]:
    return {person.name for article in articles for person in article.people.value}


def _labels(articles: Iterable[Article]) -> set[str]:
    return {topic.label for article in articles for topic in article.topics.value}


def _alike(found: Examined, new: set[str]) -> Iterator[str]:
    texts = {seed.id: seed.text.content for seed in found.seeds if seed.text}
    for pair in near_duplicates(texts):
        if new & {pair.id, pair.other}:
            yield f"{pair.containment:.0%} of {pair.id} also stands in {pair.other}"
