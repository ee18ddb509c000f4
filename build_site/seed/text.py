"""An article's text as received, normalised so that every later stage can count on it."""

from __future__ import annotations

from dataclasses import dataclass


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
