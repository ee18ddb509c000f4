"""Where each page stands under `docs/`, and how one page links to another."""

from __future__ import annotations

from functools import lru_cache

GENERATED = ("articles", "people", "topics", "sources", "dates", "search", "cite", "data", "feeds", "corrections")
"""Folders under `docs/` that hold generated pages and nothing else."""
HOME = "index.md"
"""The home page."""
PER_PAGE = 100
"""Most entries on one page of a list."""


def article_path(article_id: str) -> str:
    """Path of an article's page."""
    return f"articles/{article_id}.md"


def topic_path(topic_id: str) -> str:
    """Path of a topic's page."""
    return f"topics/{topic_id}.md"


def person_path(key: str) -> str:
    """Path of a person's page."""
    return f"people/{key}.md"


def source_path(key: str) -> str:
    """Path of a source's page."""
    return f"sources/{key}.md"


def date_path(year: int, month: int = 0) -> str:
    """Path of a year's page, or of a month's."""
    return f"dates/{year}/{month:02d}.md" if month else f"dates/{year}.md"


def part_path(first: str, number: int) -> str:
    """Path of a further part of a list: `topics/ports.md` → `topics/ports/page-2.md`."""
    if number == 1:
        return first
    stem = first.removesuffix(".md").removesuffix("/index")
    return f"{stem}/page-{number}.md"


def relative(target: str, page: str) -> str:
    """Address of the page `target` as seen from the page `page`."""
    return _relative(target, page.rpartition("/")[0])


@lru_cache(maxsize=65536)
def _relative(target: str, folder: str) -> str:
    """Go up to the folder that both have in common, and down to the target."""
    here, there = (folder.split("/") if folder else []), target.split("/")
    common = 0
    for step, other in zip(here, there[:-1], strict=False):
        if step != other:
            break
        common += 1
    return "/".join([*[".."] * (len(here) - common), *there[common:]])
