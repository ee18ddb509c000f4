"""Pages of people: A to Z by sort name, and one list a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.slug import fold
from build_site.page.address import PER_PAGE, article_path, part_path, person_path, relative
from build_site.page.lists import article_rows, list_pages
from build_site.page.markdown import attributed, count, escape, heading, link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.catalog.model import Catalog, PersonEntry
    from build_site.page.model import Page

INDEX = "people/index.md"
"""The list of people, A to Z."""
_NOT_CONFIRMED = (
    "This page gathers articles that mention this name. Nobody has confirmed that the name stands for one person."
)


def person_pages(catalog: Catalog) -> Iterator[Page]:
    """Make A to Z, and a list for each name that has a page. A name in one article only leads to that article."""
    people = catalog.people

    def rows(page: str, start: int, end: int) -> str:
        lines, letter = [], ""
        for entry in people[start:end]:
            if initial(entry) != letter:
                letter = initial(entry)
                lines.append(f"\n{heading(letter, 2)}\n")
            lines.append(f"- {_row(entry, page)}")
        return "\n".join(lines) or "No article names anybody yet."

    yield from list_pages(INDEX, "People", len(people), rows, lambda page: _intro(people, page))
    for entry in people:
        if entry.has_page:
            yield from _person(entry)


def initial(entry: PersonEntry) -> str:
    """Letter under which a name is filed; `#` where it begins with none."""
    first = fold(entry.sort_name)[:1].upper()
    return first if first.isalpha() else "#"


def _intro(people: tuple[PersonEntry, ...], page: str) -> str:
    said = "People whom articles mention by name, filed by surname. To be mentioned says nothing about a person."
    if len(people) <= PER_PAGE:
        return said
    ranges = []
    for number, start in enumerate(range(0, len(people), PER_PAGE), 1):
        part = people[start : start + PER_PAGE]
        words = f"{initial(part[0])} to {initial(part[-1])}"
        ranges.append(link(words, relative(part_path(INDEX, number), page)))
    return f"{said}\n\n{' · '.join(ranges)}"


def _row(entry: PersonEntry, page: str) -> str:
    if entry.has_page:
        name = link(entry.sort_name, relative(person_path(entry.key), page))
        return f"{name} ({count(len(entry.articles), 'article')})"
    article = entry.articles[0]
    return f"{escape(entry.sort_name)}: {link(article.title.value, relative(article_path(article.id), page))}"


def _person(entry: PersonEntry) -> list[Page]:
    def intro(_: str) -> str:
        note = entry.person.note if entry.person else ""
        blocks = [escape(note)] if note else []
        if not entry.person:
            blocks.append(attributed(_NOT_CONFIRMED, ".not-confirmed"))
        noun = "this person" if entry.person else "this name"
        number = count(len(entry.articles), "article")
        blocks.append(f"{number} {'mention' if len(entry.articles) > 1 else 'mentions'} {noun}.")
        return "\n\n".join(blocks)

    # Search engines are kept away from a page that may mix two people of one name.
    extra = {} if entry.person else {"noindex": True}
    path, rows = person_path(entry.key), article_rows(entry.articles)
    return list_pages(path, entry.name, len(entry.articles), rows, intro, **extra)
