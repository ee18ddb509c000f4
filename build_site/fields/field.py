"""A field: name, rule, example and parser in one; and how a mapping is read by a table of fields."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from build_site.fields.kinds import near
from build_site.problem import Gathering, Problem, ProblemsError, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_site.seed.node import Mapping as MappingNode
    from build_site.seed.node import Node

# What other programs call a field of ours.
_ELSEWHERE = {
    **dict.fromkeys(("author", "authors", "creator"), "byline"),
    **dict.fromkeys(("date", "pubdate", "issued"), "published"),
    **dict.fromkeys(("description", "abstract", "excerpt"), "summary"),
    **dict.fromkeys(("tags", "keywords", "subjects", "categories"), "topics"),
    **dict.fromkeys(("publisher", "newspaper", "outlet", "publication"), "source"),
    **dict.fromkeys(("license", "licence", "copyright"), "rights"),
    "headline": "title",
    "standfirst": "subtitle",
    "link": "url",
    "lang": "language",
    "persons": "people",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record or of a register's entry."""

    parse: Callable[[Node], Any]
    """Reads the value. Its name is the field's name; its docstring is the field's rule."""
    example: str
    """A value as a contributor would write it."""
    required: bool = False
    """True where the field must be there."""

    @property
    def name(self) -> str:
        """The key."""
        return self.parse.__name__

    @property
    def rule(self) -> str:
        """What the value means and how it is written."""
        return " ".join(inspect.cleandoc(self.parse.__doc__ or "").split())


def table(*fields: Field) -> dict[str, Field]:
    """Put fields into a table by name."""
    return {field.name: field for field in fields}


def read_fields(node: MappingNode, fields: Mapping[str, Field]) -> dict[str, Any]:
    """Read a mapping by its table. All problems at once: unknown keys, missing fields, and what each parser says."""
    problems = Gathering()
    values: dict[str, Any] = {}
    for key, value in node.entries.items():
        with problems.step():
            if key not in fields:
                meant = near(_ELSEWHERE.get(key.casefold(), key), fields).strip()
                hint = meant or f"known here: {', '.join(fields)}"
                raise problem(node.keys[key], f"{key}: no such field", hint)
            try:
                values[key] = fields[key].parse(value)
            except ProblemsError as error:
                raise _naming(key, error) from None
    problems.found.extend(
        Problem(node.position, f"{name}: the field is missing", f"add `{name}: {field.example}`")
        for name, field in fields.items()
        if field.required and name not in node.entries
    )
    problems.stop_if_any()
    return values


def _naming(name: str, error: ProblemsError) -> ProblemsError:
    """Put the field's name in front of what a parser says."""
    named = [replace(item, message=f"{name}: {item.message}") for item in error.problems]
    return ProblemsError(named, error.status)
