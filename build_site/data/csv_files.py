"""Rows → CSV (RFC 4180, UTF-8), and the Data Package that describes it.

Source of the format: Frictionless Data Package and Table Schema, version 1.
"""

from __future__ import annotations

import csv
import hashlib
import io
from typing import TYPE_CHECKING, Any

from build_site.catalog.slug import slug
from build_site.data.tables import TABLES
from build_site.layout import indented

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_site.data.tables import Column, Row, Table, Value
    from build_site.web import Settings

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def csv_file(table: Table, rows: Sequence[Row]) -> bytes:
    """Write a table as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    names = [column.name for column in table.columns]
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return stream.getvalue().encode()


def _cell(value: Value) -> str:
    """Write a value. A spreadsheet would run a text that begins like a formula, so it gets an apostrophe in front.

    A text that begins with an apostrophe gets one too, so that taking one away always gives the text back.
    """
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def data_package(files: Mapping[str, bytes], settings: Settings) -> bytes:
    """Describe the CSV files (file name → content) with their columns, keys, sizes and SHA-256."""
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": slug(settings.name).encode("ascii", "ignore").decode().strip("-") or "archive",
        "title": settings.name,
        "description": settings.description,
        "homepage": settings.site_url,
        "resources": [_resource(table, files[f"{table.name}.csv"]) for table in TABLES],
    }
    filled = {name: value for name, value in package.items() if value}
    return (indented(filled) + "\n").encode()


def _resource(table: Table, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": table.means,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(column, table) for column in table.columns if column.refers_to],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    described = {"name": column.name, "type": column.kind.value, "description": column.means}
    return described | ({"constraints": {"required": True}} if column.required else {})


def _foreign_key(column: Column, table: Table) -> dict[str, Any]:
    other = "" if column.refers_to == table.name else column.refers_to
    return {"fields": [column.name], "reference": {"resource": other, "fields": ["id"]}}
