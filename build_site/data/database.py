"""Rows → one SQLite file: tables with keys, a full-text index, and descriptions for Datasette."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from build_site.data.tables import TABLES, Kind
from build_site.layout import indented

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_site.data.tables import Column, Row, Table
    from build_site.web import Settings

_TYPES = {Kind.TEXT: "TEXT", Kind.DAY: "TEXT", Kind.NUMBER: "INTEGER", Kind.TRUTH: "INTEGER"}
_SEARCHED = "title, subtitle, summary, text"
TEXT_MEANS = "The text as it is shown, a paragraph a line; empty where this edition does not show it."
"""What the column `text` of `articles` says; only SQLite and JSON Lines have it."""


def database(rows: Mapping[str, Sequence[Row]], texts: Mapping[str, str]) -> bytes:
    """Make the file in memory: the same rows give the same bytes with the same version of SQLite.

    `texts` are the shown texts by article. What is not known is NULL.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for table in TABLES:
            _fill(connection, table, rows[table.name], texts)
        _index(connection)
        connection.commit()
        return bytes(connection.serialize())


def _fill(connection: sqlite3.Connection, table: Table, rows: Sequence[Row], texts: Mapping[str, str]) -> None:
    """Make a table and fill it; broader topics may come after narrower ones, so keys are checked at the end."""
    connection.execute(_create(table))
    names = [column.name for column in table.columns]
    values = [[row[name] if row[name] != "" else None for name in names] for row in rows]
    if table.name == "articles":
        values = [[*row, texts.get(str(row[0]))] for row in values]
    if values:
        marks = ", ".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", values)  # noqa: S608 - a name of ours
    for column in table.columns:
        if column.refers_to and column.name != table.key[0]:
            connection.execute(f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})")


def _create(table: Table) -> str:
    columns = [_column(column) for column in table.columns]
    if table.name == "articles":
        columns.append("text TEXT")
    return f"CREATE TABLE {table.name} ({', '.join(columns)}, PRIMARY KEY ({', '.join(table.key)}))"


def _column(column: Column) -> str:
    words = [column.name, _TYPES[column.kind]]
    if column.required:
        words.append("NOT NULL")
    if column.refers_to:
        words.append(f"REFERENCES {column.refers_to} (id) DEFERRABLE INITIALLY DEFERRED")
    return " ".join(words)


def _index(connection: sqlite3.Connection) -> None:
    tokens = "unicode61 remove_diacritics 2"
    connection.execute(
        f"CREATE VIRTUAL TABLE articles_fts USING fts5 ({_SEARCHED}, tokenize='{tokens}', content='articles')"
    )
    connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
    connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")


def datasette_metadata(settings: Settings) -> bytes:
    """Describe the tables for Datasette: `datasette archive.sqlite --metadata metadata.json`."""
    tables: dict[str, Any] = {table.name: _described(table) for table in TABLES}
    tables["articles"]["sort_desc"] = "published_first"
    values = {
        "title": settings.name,
        "description": settings.description,
        "source_url": settings.site_url,
        "databases": {"archive": {"tables": tables}},
    }
    filled = {name: value for name, value in values.items() if value}
    return (indented(filled) + "\n").encode()


def _described(table: Table) -> dict[str, Any]:
    columns = {column.name: column.means for column in table.columns}
    if table.name == "articles":
        columns["text"] = TEXT_MEANS
    label = next((name for name in ("title", "label", "name") if name in columns), None)
    return {"description": table.means, "columns": columns} | ({"label_column": label} if label else {})
