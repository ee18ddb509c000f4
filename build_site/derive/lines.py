"""The lines of a text that hold something, with the numbers under which a person finds them in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.derive.model import Residue
    from build_site.seed.text import Text

TERMINATED = re.compile(r"[.!?…:;][\"”’'»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    number: int
    """1-based line of the file."""
    content: str
    """The whole line, with any space around it, so that offsets are those of the file."""

    @property
    def bare(self) -> str:
        """The line without space around it."""
        return self.content.strip()

    @property
    def is_terminated(self) -> bool:
        """Whether the line ends as a sentence does (a full stop, perhaps behind a closing quote)."""
        return bool(TERMINATED.search(self.content.rstrip()[-12:]))


def content_lines(text: Text) -> list[Line]:
    """Return every line that is not blank, in order."""
    return [Line(number, line) for number, line in enumerate(text.lines, text.first_line) if line.strip()]


def running_lines(text: Text, residue: tuple[Residue, ...]) -> list[Line]:
    """Return the running text: residue is replaced by spaces, so that offsets hold; lines that are all residue go."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for piece in residue:
        spans.setdefault(piece.line, []).append((piece.start, piece.end))
    kept = (Line(line.number, _blank(line.content, spans.get(line.number, ()))) for line in content_lines(text))
    return [line for line in kept if line.bare]


def _blank(content: str, spans: list[tuple[int, int]] | tuple[()]) -> str:
    """Overwrite spans with spaces."""
    for start, end in spans:
        content = content[:start] + " " * (end - start) + content[end:]
    return content
