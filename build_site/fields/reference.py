"""The tables of fields as Markdown, for the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.fields.rights import STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_site.fields.field import Field


def field_rows(fields: Mapping[str, Field]) -> str:
    """Write a table of fields: name, rule, example."""
    rows = [
        (_code(field.name) + (" (needed)" if field.required else ""), field.rule, _code(field.example))
        for field in fields.values()
    ]
    return _table(("field", "rule", "example"), rows)


def rights_rows() -> str:
    """Write a table of the rights statements that are known."""
    return _table(("address", "in plain words"), [(_code(uri), label) for uri, label in STATEMENTS.items()])


def _code(text: str) -> str:
    return f"`{text}`"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(
        ["", *(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines), ""]
    )
