"""Catalog → all pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.carried import Carried
from build_site.catalog.model import PersonEntry
from build_site.catalog.related import Relations
from build_site.machine import forks
from build_site.machine.lines import Lines
from build_site.machine.progress import counter
from build_site.machine.recipes import Notes, Outcome, Recipe
from build_site.metadata.article import Known
from build_site.page.article import article_page
from build_site.page.corrections import correction_pages
from build_site.page.data import data_page
from build_site.page.dates import date_pages
from build_site.page.former import former_pages
from build_site.page.home import home_page
from build_site.page.links import Links
from build_site.page.metadata import adding_metadata
from build_site.page.model import SEEDS
from build_site.page.onward import onward_from
from build_site.page.people import people_index, person_inputs, person_pages
from build_site.page.removal import removal_page
from build_site.page.search import search_page
from build_site.page.sources import source_pages
from build_site.page.topics import topic_pages
from build_site.problem import Position, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_site.article.model import Article
    from build_site.catalog.marks import Marks
    from build_site.catalog.model import Catalog
    from build_site.page.model import Page
    from build_site.page.onward import Onward
    from build_site.web import Settings


def make_pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Make every generated page; two pages at one address are an error."""
    maker, check = _Maker(catalog, settings), _Addresses()
    for item in maker.items():
        for page in maker.pages(item):
            check(page.path, page.made_from)
            yield page
    for page in maker.lists():
        check(page.path, page.made_from)
        yield page


def make_files(
    catalog: Catalog,
    settings: Settings,
    marks: Marks | None = None,
    notes: Notes | None = None,
    carried: Carried | None = None,
) -> list[Outcome]:
    """Make the files of every generated page; errors as for `make_pages`.

    Several processes share the articles and people. What comes out is the same as from `make_pages`; with `marks` and
    `notes`, only what is not as the last run left it. `carried` is worked out where it is not given.
    """
    maker, notes = _Maker(catalog, settings, marks, carried), notes or Notes(Lines(b"", ""), {})
    lists: list[Page] = []
    of_lists: list[Outcome] = []
    items = maker.items()
    recipes = [maker.recipe(item) for item in items]
    # What stays is told sooner than it is shared.
    known = [notes.known(recipe) for recipe in recipes]
    others = [recipe for recipe, outcome in zip(recipes, known, strict=True) if not outcome]
    made = iter(
        forks.share(
            notes.make,
            others,
            lambda: of_lists.append(notes.follow(maker.recipe_of_lists(lists))),
            tell=counter(len(others)),
        )
    )
    outcomes = [outcome or next(made) for outcome in known]
    check = _Addresses()
    for item, one in zip(items, outcomes, strict=True):
        for path in one.paths:
            check(path, maker.made_from(item))
    # Lists that stay were checked when they were made, and no item has come since.
    for page in lists:
        check(page.path, page.made_from)
    return [*outcomes, *of_lists]


class _Addresses:
    """The addresses that are taken; upper and lower case are one, as they are on many disks."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def __call__(self, path: str, made_from: str) -> None:
        """Take one. Errors: it is taken."""
        if path.lower() in self._taken:
            message = f"two pages would stand at docs/{path}"
            raise problem(Position(made_from), message, "give one of the two another id")
        self._taken.add(path.lower())


class _Maker:
    """Makes the pages of one catalog. An item is an article, or a name that has a page."""

    def __init__(
        self, catalog: Catalog, settings: Settings, marks: Marks | None = None, carried: Carried | None = None
    ) -> None:
        self._catalog, self._settings, self._marks = catalog, settings, marks
        self._links, self._relations, self._carried = Links(catalog), Relations(catalog), carried or Carried(catalog)
        self._known, self._added = Known.of(catalog), adding_metadata(catalog, settings)

    def items(self) -> tuple[Article | PersonEntry, ...]:
        """Give the items, articles first."""
        people = (entry for entry in self._catalog.people if entry.has_page)
        return (*self._catalog.articles, *self._catalog.withdrawn, *people)

    def recipe(self, item: Article | PersonEntry) -> Recipe:
        """Say how the pages of an item are made, and from what."""
        if isinstance(item, PersonEntry):
            inputs = person_inputs(item, self._marks) if self._marks else None
            return Recipe(f"person {item.key}", inputs, lambda: _files(person_pages(item)))
        onward: list[Onward] = []

        def found() -> Onward:
            if not onward:
                onward.append(self._onward(item))
            return onward[0]

        make, name = (lambda: _files([self._article(item, found())])), f"article {item.id}"
        marks = self._marks
        if not marks:
            return Recipe(name, None, make)
        # Which articles are related is not asked as long as none shows anything else than before.
        alike = [(other.article.id, other.share) for other in self._carried.of(item)]
        return Recipe(name, (marks.of(item), marks.all_cards, alike), make, lambda: self._inputs(item, found(), marks))

    def _inputs(self, article: Article, found: Onward, marks: Marks) -> object:
        linked = (self._links.inputs(article), self._known.inputs(article))
        return marks.of(article), found.inputs(marks), linked

    def _onward(self, article: Article) -> Onward:
        return onward_from(article, self._links, self._relations, self._carried)

    def pages(self, item: Article | PersonEntry) -> list[Page]:
        """Make the pages of an item."""
        if isinstance(item, PersonEntry):
            return person_pages(item)
        return [self._article(item, self._onward(item))]

    def _article(self, article: Article, found: Onward) -> Page:
        return self._added(article_page(article, self._links, found, self._settings))

    def made_from(self, item: Article | PersonEntry) -> str:
        """Tell what a person edits to change the pages of an item."""
        return SEEDS if isinstance(item, PersonEntry) else item.path

    def recipe_of_lists(self, made: list[Page]) -> Recipe:
        """Say how the pages that are none of an item are made, and from what; those made are put into `made`."""

        def make() -> dict[str, bytes]:
            made.extend(self.lists())
            return _files(made)

        return Recipe("lists", self._marks.all_cards if self._marks else None, make)

    def lists(self) -> Iterator[Page]:
        """Make every page that is none of an item."""
        return map(self._added, _lists(self._catalog, self._settings))


def _files(pages: Iterable[Page]) -> dict[str, bytes]:
    return {page.path: page.text.encode() for page in pages}


def _lists(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    yield home_page(catalog, settings)
    yield from topic_pages(catalog)
    yield from people_index(catalog)
    yield from source_pages(catalog)
    yield from date_pages(catalog)
    yield search_page()
    yield from correction_pages(catalog)
    yield removal_page(settings)
    yield from former_pages(catalog)
    yield data_page(catalog, settings)
