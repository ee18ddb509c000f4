"""Catalog → the files of the data."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from build_site.article.kept import shown_text
from build_site.data.csv_files import csv_file, data_package
from build_site.data.database import database, datasette_metadata
from build_site.data.rows import all_rows
from build_site.data.tables import TABLES
from build_site.machine.recipes import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from build_site.catalog.marks import Marks
    from build_site.catalog.model import Catalog
    from build_site.data.tables import Row
    from build_site.web import Settings

FOLDER = "data"
"""Folder of the files, under `docs/` and on the web."""
_as_line = json.JSONEncoder(ensure_ascii=False).encode


def data_files(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    """Make every file, by its path under `docs/`, from what the catalog's edition may show."""
    return {path: data for one in data_recipes(catalog, settings) for path, data in one.make().items()}


def data_recipes(catalog: Catalog, settings: Settings, marks: Marks | None = None) -> Iterator[Recipe]:
    """Say how the files are made: those that hold texts, and the tables, which hold none."""
    rows = all_rows(catalog, settings)
    texts = {article.id: shown_text(article) for article in catalog.articles if article.held}
    # SQLite lets other threads of Python work: of 0.29 s at 1,000 articles, 0.1 s are beside one another.
    with ThreadPoolExecutor(1) as beside:
        filled = beside.submit(database, rows, texts)
        yield Recipe("tables", marks and marks.all_cards, partial(_tables, rows, settings))
        yield Recipe("data", None, partial(_with_texts, rows, texts, filled))


def _tables(rows: Mapping[str, Sequence[Row]], settings: Settings) -> dict[str, bytes]:
    tables = {f"{table.name}.csv": csv_file(table, rows[table.name]) for table in TABLES}
    described = {"datapackage.json": data_package(tables, settings), "metadata.json": datasette_metadata(settings)}
    return {f"{FOLDER}/{name}": data for name, data in (tables | described).items()}


def _with_texts(rows: Mapping[str, Sequence[Row]], texts: Mapping[str, str], filled: Future[bytes]) -> dict[str, bytes]:
    return {f"{FOLDER}/articles.jsonl": _json_lines(rows, texts), f"{FOLDER}/archive.sqlite": filled.result()}


def _json_lines(rows: Mapping[str, Sequence[Row]], texts: Mapping[str, str]) -> bytes:
    """Write one article a line, with the ids of its topics and its text; what is not known is left out."""
    topics: dict[str, list[str]] = {}
    for row in rows["subjects"]:
        topics.setdefault(str(row["article"]), []).append(str(row["topic"]))
    lines = []
    for row in rows["articles"]:
        key = str(row["id"])
        values: dict[str, Any] = {**row, "topics": topics.get(key, []), "text": texts.get(key, "")}
        kept = {name: value for name, value in values.items() if value not in ("", None, [])}
        lines.append(_as_line(kept) + "\n")
    return "".join(lines).encode()
