"""Bytes as received → text that every later stage can count on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from build_site.problem import Position, Problem, Severity, problem

# U+0085 is what some programs write for a line end; form feed and vertical tab part pages and lines in old texts.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file."""

    content: str
    r"""NFC, line ends `\n`, no control character but tab and line end, no byte order mark."""
    notices: tuple[Problem, ...]
    """What was removed, so that nothing goes in silence."""


def decode(data: bytes, path: str) -> Decoded:
    """Read UTF-8. Anything else is an error that names line and byte; control characters are removed and reported."""
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, path) from None
    text = _LINE_ENDS.sub("\n", raw)
    notices = tuple(_control_notices(text, path))
    return Decoded(unicodedata.normalize("NFC", _CONTROLS.sub("", text)), notices)


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Exception:
    line = len(re.findall(rb"\r\n|\r|\n", data[: error.start])) + 1
    start = max(data.rfind(b"\n", 0, error.start), data.rfind(b"\r", 0, error.start)) + 1
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    return problem(
        Position(path, line, column),
        f"the text is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start} of the file",
        "save the file as UTF-8 (in most editors: Save with encoding, UTF-8)",
    )


def _control_notices(text: str, path: str) -> list[Problem]:
    """One notice a file: how many control characters were removed, and where the first of them stood."""
    found = list(_CONTROLS.finditer(text))
    if not found:
        return []
    first = found[0]
    line = text.count("\n", 0, first.start()) + 1
    column = first.start() - text.rfind("\n", 0, first.start())
    noun = "control character was" if len(found) == 1 else "control characters were"
    message = f"{len(found)} {noun} left out, the first U+{ord(first.group()):04X}"
    hint = "remove them from the file; they show nothing and can hide something"
    return [Problem(Position(path, line, column), message, hint, severity=Severity.NOTICE)]
