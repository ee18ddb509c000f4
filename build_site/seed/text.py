"""An article's text as received, normalised so that every later stage can count on it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GAP = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")


def squeeze(text: str) -> str:
    """Put text on one line: each run of spaces, line ends and controls is one space, none at the ends.

    No-break spaces stay: they belong to the typography of the text.
    """
    # Of all spaces and controls only the plain space is printable, so most lines are as they should be.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _GAP.sub(" ", text).strip(" ")


@dataclass(frozen=True, slots=True)
class Text:
    r"""Text of one article: NFC, line ends `\n`, no control characters."""

    path: str
    """POSIX path of the file relative to the archive's root."""
    content: str
    """The text, without front matter."""
    first_line: int = 1
    """1-based number of the file's line on which `content` begins."""

    @property
    def lines(self) -> list[str]:
        """The lines of the text; line `i` of this list is line `i + first_line` of the file."""
        return self.content.split("\n")
