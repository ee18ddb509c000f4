"""Bytes as received → text that every later stage can count on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from build_site.problem import Position, Problem, ProblemsError, problem
from build_site.seed import characters

# U+0085 is what some programs write for a line end; form feed and vertical tab part pages and lines in old texts.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file."""

    content: str
    r"""NFC, line ends `\n`, nothing that `characters.REMOVED` names, no byte order mark."""
    notices: tuple[Problem, ...]
    """What was removed or looks wrong, so that nothing goes in silence."""


def decode(data: bytes, path: str) -> Decoded:
    """Read UTF-8. Anything else is an error that names line and byte; for single characters see `characters`."""
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, path) from None
    # One look at a text in place of six; most files hold nothing else.
    if not characters.RARE.search(raw):
        return Decoded(raw, ())
    text = _LINE_ENDS.sub("\n", raw)
    # Before the text is normalised: a long run of accents takes the square of its length in time.
    if errors := list(characters.refused(text, path)):
        raise ProblemsError(errors)
    text, removed = characters.without_removed(text, path)
    return Decoded(unicodedata.normalize("NFC", text), (*removed, *characters.reported(text, path)))


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Exception:
    line = len(re.findall(rb"\r\n|\r|\n", data[: error.start])) + 1
    start = max(data.rfind(b"\n", 0, error.start), data.rfind(b"\r", 0, error.start)) + 1
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    return problem(
        Position(path, line, column),
        f"the text is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start} of the file",
        "save the file as UTF-8 (in most editors: Save with encoding, UTF-8)",
    )
