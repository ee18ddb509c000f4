"""Problems in the form that their reader needs: a person, GitHub, another program."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from build_site.page.markdown import count
from build_site.problem import Position, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.problem import Problem


class Form(StrEnum):
    """How problems are written."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


def result(articles: int, problems: Sequence[Problem]) -> str:
    """Say in one line how a check ended."""
    errors = sum(item.severity is Severity.ERROR for item in problems)
    found = [
        *([count(errors, "error")] if errors else []),
        *([count(len(problems) - errors, "notice")] if len(problems) > errors else []),
    ]
    return f"{count(articles, 'article')}: {' and '.join(found) or 'no problem found'}"


def as_annotations(problems: Sequence[Problem]) -> str:
    """Write workflow commands of GitHub Actions, one a line; each marks its line of a pull request.

    Form: GitHub, "Workflow commands for GitHub Actions". A problem that concerns no file marks none.
    """
    return "".join(f"{_annotation(item)}\n" for item in problems)


def _annotation(item: Problem) -> str:
    at = item.position or Position("")
    properties = {"file": at.path, "line": str(at.line or ""), "col": str(at.column or "")}
    given = ",".join(f"{key}={_escaped(value, ',:')}" for key, value in properties.items() if value)
    body = _escaped(f"{item.message}\nhint: {item.hint}")
    return f"::{item.severity} {given}::{body}" if given else f"::{item.severity}::{body}"


def _escaped(text: str, also: str = "") -> str:
    return re.sub(rf"[%\r\n{also}]", lambda match: f"%{ord(match.group()):02X}", text)


def as_json(articles: int, problems: Sequence[Problem]) -> str:
    """Write one JSON object: `articles` (a number) and `problems` (a list), in the order in which they are shown."""
    items = [
        {
            "severity": str(item.severity),
            "path": item.position.path if item.position else None,
            "line": (item.position.line or None) if item.position else None,
            "column": (item.position.column or None) if item.position else None,
            "message": item.message,
            "hint": item.hint,
        }
        for item in problems
    ]
    return json.dumps({"articles": articles, "problems": items}, ensure_ascii=False, indent=2)
