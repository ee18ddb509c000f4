"""Pages of people: A to Z by sort name, and one list a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.slug import fold
from build_site.page.address import PER_PAGE, article_path, part_path, person_path, relative
from build_site.page.language import language_attributes
from build_site.page.lists import Listing, article_item, list_pages
from build_site.page.markdown import attributed, count, escape, heading, isolated, link
from build_site.page.parts import blocks
from build_site.page.quotes import quote_lines

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.catalog.marks import Marks
    from build_site.catalog.model import Catalog, PersonEntry
    from build_site.page.model import Page

INDEX = "people/index.md"
"""The list of people, A to Z."""
_NOT_CONFIRMED = (
    "This page gathers articles that mention this name. Nobody has confirmed that the name stands for one person."
)


def people_index(catalog: Catalog) -> list[Page]:
    """Make A to Z. A name in one article only leads to that article."""
    people = catalog.people

    def rows(page: str, start: int, end: int) -> str:
        lines, letter = [], ""
        for entry in people[start:end]:
            if initial(entry) != letter:
                letter = initial(entry)
                lines.append(f"\n{heading(letter, 2)} {{: #{anchor(letter)} }}\n")
            lines.append(f"- {_row(entry, page)}")
        return "\n".join(lines).strip() or "No article names anybody yet."

    return list_pages(Listing(INDEX, "People", len(people), rows, lambda page: _intro(people, page)))


def initial(entry: PersonEntry) -> str:
    """Letter under which a name is filed; `#` where it begins with none."""
    first = fold(entry.sort_name)[:1].upper()
    return first if first.isalpha() else "#"


def anchor(letter: str) -> str:
    """Anchor of a letter's heading: `letter-a`; by its Unicode number where it is not a Latin one."""
    return f"letter-{letter.lower()}" if letter.isascii() and letter.isalpha() else f"letter-u{ord(letter[0]):x}"


def letters(people: tuple[PersonEntry, ...], page: str) -> str:
    """Lead to the first name under each letter."""
    first: dict[str, int] = {}
    for place, entry in enumerate(people):
        first.setdefault(initial(entry), place)
    targets = {letter: part_path(INDEX, place // PER_PAGE + 1) for letter, place in first.items()}
    links = [link(letter, f"{relative(target, page)}#{anchor(letter)}") for letter, target in targets.items()]
    return attributed(" ".join(links), ".letters") if links else ""


def _intro(people: tuple[PersonEntry, ...], page: str) -> str:
    said = "People whom articles mention by name, filed by surname. To be mentioned says nothing about a person."
    return blocks([said, letters(people, page)])


def _row(entry: PersonEntry, page: str) -> str:
    if entry.has_page:
        name = link(entry.sort_name, relative(person_path(entry.key), page))
        doubt = "" if entry.person else ", not confirmed to be one person"
        return f"{name}: {count(len(entry.articles), 'article')}{doubt}"
    article = entry.articles[0]
    target, attributes = relative(article_path(article.id), page), language_attributes(article)
    return f"{isolated(entry.sort_name)}: {link(article.title.value, target, attributes)}"


def person_inputs(entry: PersonEntry, marks: Marks) -> object:
    """Give all that the pages of a name are made from."""
    person = entry.person
    said = (person.id, person.name, person.aliases, person.note) if person else ()
    return entry.key, entry.name, entry.sort_name, said, [marks.of(article) for article in entry.articles]


def person_pages(entry: PersonEntry) -> list[Page]:
    """Make the list of the articles that mention a name, which has a page."""

    def intro(_: str) -> str:
        note = escape(entry.person.note) if entry.person else attributed(_NOT_CONFIRMED, ".not-confirmed")
        noun = "this person" if entry.person else "this name"
        number = count(len(entry.articles), "article")
        return blocks([note, f"{number} {'mention' if len(entry.articles) > 1 else 'mentions'} {noun}."])

    def rows(page: str, start: int, end: int) -> str:
        return "\n\n".join(f"- {_mentioning(article, entry, page)}" for article in entry.articles[start:end])

    # Search engines are kept away from a page that may mix two people of one name.
    extra = {} if entry.person else {"noindex": True}
    listing = Listing(person_path(entry.key), entry.name, len(entry.articles), rows, intro, (("People", INDEX),))
    return list_pages(listing, **extra)


def _mentioning(article: Article, entry: PersonEntry, page: str) -> str:
    """List an article with each sentence that names the person, where the edition shows the text."""
    return article_item(article, page, more=quote_lines(article, _forms(article, entry), page))


def _forms(article: Article, entry: PersonEntry) -> set[str]:
    """Give the forms under which an article may name a person: a surname alone only where it was found to be theirs."""
    known = {entry.name, *(entry.person.aliases if entry.person else ())}
    return {form for form in known if " " in form} | _found_forms(article, entry)


def _found_forms(article: Article, entry: PersonEntry) -> set[str]:
    person_id = entry.person.id if entry.person else ""
    return {
        form
        for person in article.people.value
        if (person.id, person.name) == (person_id, entry.name)
        for form in person.forms
    }
