"""Catalog → files of references: one a format for each article, topic, source, and for all articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from build_site.cite.bibtex import bibtex
from build_site.cite.csl import csl_item
from build_site.cite.ris import ris

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_site.catalog.model import Catalog
    from build_site.web import Settings

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
    items = {article.id: csl_item(article, settings) for article in catalog.articles}
    files: dict[str, bytes] = {}
    for stem, ids in _groups(catalog):
        for ending, text in _written([items[id_] for id_ in ids]):
            files[f"cite/{stem}.{ending}"] = text.encode()
    return files


def _groups(catalog: Catalog) -> Iterator[tuple[str, Iterable[str]]]:
    yield "all", [article.id for article in catalog.articles]
    yield from ((f"articles/{article.id}", [article.id]) for article in catalog.articles)
    yield from ((f"topics/{key}", [item.id for item in entry.articles]) for key, entry in catalog.topics.items())
    yield from ((f"sources/{entry.key}", [item.id for item in entry.articles]) for entry in catalog.sources)


def _written(items: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    yield "bib", bibtex(items)
    yield "ris", ris(items)
    yield "json", json.dumps(items, ensure_ascii=False, indent=1) + "\n"
