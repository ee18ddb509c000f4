"""A Markdown seed: front matter between two `---` lines, then the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from build_site.problem import Position, problem
from build_site.seed.node import Mapping, Node, compose
from build_site.seed.text import Text


class PositionedHandler(YAMLHandler):
    """python-frontmatter's YAML handler, except that values keep their line and column."""

    # The library's own pattern swallows blank lines behind the first mark, and with them the line numbers.
    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def load(self, fm: str, **_: object) -> Node:  # type: ignore[override]
        """Compose the front matter; it begins right behind the first `---`, so its lines are the file's lines."""
        return compose(fm, self._path)


@dataclass(frozen=True, slots=True)
class MarkdownSeed:
    """The two parts of a `.md` file."""

    record: Node
    """The front matter; an empty mapping where there is none."""
    text: Text
    """The text behind it."""


def split(content: str, path: str) -> MarkdownSeed:
    """Part front matter and text. Front matter starts on the first line or not at all."""
    if content.split("\n", 1)[0].rstrip() != "---":
        return MarkdownSeed(Mapping({}, {}, Position(path, 1, 1)), Text(path, content))
    handler = PositionedHandler(path)
    try:
        matter, body = handler.split(content)
    except ValueError:
        hint = "close the front matter with a line that holds only ---"
        raise problem(Position(path, 1, 1), "the front matter is not closed", hint) from None
    first_line = content.count("\n", 0, len(content) - len(body)) + 1
    return MarkdownSeed(handler.load(matter), Text(path, body, first_line))
