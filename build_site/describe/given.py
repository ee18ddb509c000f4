"""What `describe` is given: files, standard input, or JSON Lines, each read as a seed's text is read."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from build_site.article.markdown_words import words_of
from build_site.problem import Gathering, Position, problem
from build_site.seed import frontmatter, limits
from build_site.seed.decode import decode
from build_site.seed.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "standard input"
"""How standard input is called in problems."""
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, as JSON may write it."""


@dataclass(frozen=True, slots=True)
class Given:
    """One text to be described."""

    name: str | int
    """The file as it was named on the command line, `-`, or the id of a line as it stands there."""
    text: Text
    """The text."""


def from_bytes(name: str, data: bytes, problems: Gathering) -> Given:
    """Read a file's bytes; the front matter of a `.md` file is left out. Notices are gathered in `problems`.

    Errors: not UTF-8, too large, empty, or a record instead of a text.
    """
    shown = STDIN if name == "-" else _printable(name)
    suffix = PurePath(name).suffix
    if suffix in (".yml", ".yaml"):
        raise problem(Position(shown), "this is a record or a register, not a text", "name the .txt or .md file")
    limits.check_size(len(data), ".txt", Position(shown))
    decoded = decode(data, shown)
    problems.found.extend(decoded.notices)
    text = frontmatter.split(decoded.content, shown).text if suffix == ".md" else Text(shown, decoded.content)
    if not text.content.strip():
        raise problem(Position(shown), "the text is empty", "name a file that holds an article's text")
    problems.found.extend(limits.check_shape(text.content, shown))
    return Given(_printable(name), words_of(text))


def from_lines(data: bytes, problems: Gathering) -> Iterator[Given]:
    """Read JSON Lines `{"id", "text"}`; other keys are passed over, empty lines too. Problems are gathered."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            with problems.step():
                yield _from_line(line, number, problems)


def _from_line(line: bytes, number: int, problems: Gathering) -> Given:
    at = Position(STDIN, number)
    values = _object(line, at)
    text = _string(values, "text", at)
    name = values["id"] if type(values.get("id")) is int else _string(values, "id", at)
    where = f"{STDIN}, line {number}"
    decoded = decode(text.encode(), where)
    problems.found.extend((*decoded.notices, *limits.check_shape(decoded.content, where)))
    return Given(name, Text(where, decoded.content))


def _object(line: bytes, at: Position) -> dict[str, Any]:
    hint = 'write one object a line, for example {"id": "harbour", "text": "The harbour board …"}'
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise problem(at, "this line is not UTF-8", "save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise problem(Position(at.path, at.line, error.colno), f"this is not JSON: {error.msg}", hint) from None
    except ValueError as error:
        raise problem(at, f"this is not JSON: {error}", hint) from None
    except RecursionError:
        raise problem(at, "the values of this line are nested too deeply", hint) from None
    if not isinstance(values, dict):
        raise problem(at, "this line holds no object", hint)
    return values


def _string(values: dict[str, Any], key: str, at: Position) -> str:
    value = values.get(key)
    if not isinstance(value, str):
        what = "is missing" if key not in values else "is not a string"
        raise problem(at, f'"{key}" {what}', 'each line needs "id" and "text"')
    if _HALF.search(value):
        raise problem(at, f'"{key}" holds half a character (a lone surrogate)', "write the whole character")
    return value


def _printable(name: str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
