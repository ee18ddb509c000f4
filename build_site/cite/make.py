"""Catalog → files of references: one a format for each article, topic, source, and for all articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from build_site.cite.bibtex import bibtex
from build_site.cite.csl import csl_item
from build_site.cite.ris import ris
from build_site.layout import indented
from build_site.machine.recipes import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_site.article.model import Article
    from build_site.catalog.marks import Marks
    from build_site.catalog.model import Catalog
    from build_site.web import Settings


@dataclass(frozen=True, slots=True)
class _Written:
    """One reference in each format. It stands in several files and is written once."""

    bibtex: str
    ris: str
    json: str


FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""Ending of a file → name of its format."""


def file_path(kind: str, key: str, ending: str) -> str:
    """Path, under `docs/` and on the web, of a file of references; `kind` is `articles`, `topics` or `sources`."""
    return f"cite/{kind}/{key}.{ending}"


def all_path(ending: str) -> str:
    """Path of the file with all references."""
    return f"cite/all.{ending}"


def cite_files(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    """Make every file of references. Withdrawn articles are in none."""
    return {path: data for one in cite_recipes(catalog, settings) for path, data in one.make().items()}


def cite_recipes(catalog: Catalog, settings: Settings, marks: Marks | None = None) -> Iterator[Recipe]:
    """Say how each article's, topic's and source's files are made, and those of all."""
    written: dict[str, _Written] = {}

    def made(stem: str, articles: Sequence[Article]) -> dict[str, bytes]:
        for article in articles:
            if article.id not in written:
                written[article.id] = _written(csl_item(article, settings))
        found = [written[article.id] for article in articles]
        return {
            f"cite/{stem}.bib": "\n".join([one.bibtex for one in found]).encode(),
            f"cite/{stem}.ris": "".join([one.ris for one in found]).encode(),
            f"cite/{stem}.json": _json([one.json for one in found]).encode(),
        }

    for stem, articles in _groups(catalog):
        yield Recipe(f"cite/{stem}", marks and [marks.card(one) for one in articles], partial(made, stem, articles))


def _groups(catalog: Catalog) -> Iterator[tuple[str, Sequence[Article]]]:
    yield "all", catalog.articles
    yield from ((f"articles/{article.id}", (article,)) for article in catalog.articles)
    yield from ((f"topics/{key}", entry.articles) for key, entry in catalog.topics.items())
    yield from ((f"sources/{entry.key}", entry.articles) for entry in catalog.sources)


def _written(item: dict[str, Any]) -> _Written:
    return _Written(bibtex([item]), ris([item]), indented(item, "\n "))


def _json(items: list[str]) -> str:
    """Write a list of references as `indented` does."""
    return "[\n {}\n]\n".format(",\n ".join(items)) if items else "[]\n"
