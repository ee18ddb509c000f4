"""How large a seed may be. Held before anything is parsed, so that no file can make a build slow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.problem import Gathering, Position, Problem, Severity, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_BYTES = 1_000_000
"""Most bytes of a text (`.txt`, `.md`)."""
RECORD_BYTES = 262_144
"""Most bytes of a record (`.yml`)."""
REGISTER_BYTES = 4_000_000
"""Most bytes of a register."""
FILES = 200_000
"""Most files in `seeds/`."""
FOLDERS = 8
"""Most folders in one another below `seeds/`."""
LINES = 20_000
"""Most lines of a text."""
LINE_CHARACTERS = 50_000
"""Most characters of a line."""
LONG_LINE = 5_000
"""Characters from which a line is reported: the paragraphs may have been lost."""
MARKS_OF_A_PARAGRAPH = 2_000
"""Most Markdown signs between two blank lines: parsers take the square of their number in time."""
MARKS = 20_000
"""Most Markdown signs of a text."""
NESTING = 8
"""Most lists and mappings in one another in a record."""
ITEMS = 2_000
"""Most items of one list."""
KEYS = 100
"""Most keys of one mapping; the entries of a register are not counted."""

_MARK = re.compile(r"[\\`*_\[\]{}<>&!#|~]")
_BLANK = re.compile(r"\n[ \t]*\n")
_BYTES = {".txt": (TEXT_BYTES, "a text"), ".md": (TEXT_BYTES, "a text"), ".yml": (RECORD_BYTES, "a record")}


def check_size(size: int, suffix: str, at: Position, *, register: bool = False) -> None:
    """Refuse a file that is larger than its kind may be; nothing of it has been read yet."""
    most, noun = (REGISTER_BYTES, "a register") if register else _BYTES[suffix]
    if size > most:
        parted = "check that this is one article; a longer text is parted into several seeds"
        hint = parted if most == TEXT_BYTES else "check what this file is; no article needs so much"
        raise problem(at, f"the file has {size:,} bytes; {noun} may have {most:,}", hint)


def check_shape(content: str, path: str) -> tuple[Problem, ...]:
    """Refuse too many lines, too long a line and too many Markdown signs; report long lines.

    Errors name line and column. The notices are returned.
    """
    problems = Gathering()
    lines = content.split("\n")
    with problems.step():
        if len(lines) > LINES:
            hint = "a text of an article is far shorter; check what this file is"
            raise problem(Position(path, LINES + 1), f"the text has {len(lines):,} lines; {LINES:,} are accepted", hint)
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    with problems.step():
        if len(lines[longest]) > LINE_CHARACTERS:
            message = f"the line has {len(lines[longest]):,} characters; {LINE_CHARACTERS:,} are accepted"
            raise problem(Position(path, longest + 1, LINE_CHARACTERS + 1), message, "put each paragraph on its line")
    with problems.step():
        _check_marks(content, path)
    problems.stop_if_any()
    return tuple(_long_line(lines, longest, path))


def _long_line(lines: list[str], longest: int, path: str) -> Iterator[Problem]:
    if len(lines[longest]) > LONG_LINE:
        message = f"the line has {len(lines[longest]):,} characters"
        hint = "if paragraphs ran together here, part them"
        yield Problem(Position(path, longest + 1, LONG_LINE + 1), message, hint, severity=Severity.NOTICE)


def _check_marks(content: str, path: str) -> None:
    if len(_MARK.findall(content)) <= MARKS_OF_A_PARAGRAPH:
        return
    start, total = 0, 0
    for paragraph in _BLANK.split(content):
        start = content.index(paragraph, start)
        found = list(_MARK.finditer(paragraph))
        total += len(found)
        for count, most, where in ((len(found), MARKS_OF_A_PARAGRAPH, "paragraph"), (total, MARKS, "text")):
            if count > most:
                at = _position(content, start + found[-1 - (count - most - 1) % len(found)].start(), path)
                message = f"the {where} has more than {most:,} signs such as [ * _ `"
                raise problem(at, message, "no article needs so many; check what this file is")
        start += len(paragraph)


def _position(content: str, offset: int, path: str) -> Position:
    line = content.count("\n", 0, offset) + 1
    return Position(path, line, offset - content.rfind("\n", 0, offset))
