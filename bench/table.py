"""A table of figures, for reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Table:
    """What one measure found."""

    title: str
    """What was measured, and over what."""
    head: tuple[str, ...]
    """Names of the columns."""
    rows: Sequence[tuple[str, ...]] = ()
    """Values as they are shown; the first column is text, the others are figures."""

    @property
    def markdown(self) -> str:
        """The table as Markdown, under its title."""
        rules = (":--", *("--:" for _ in self.head[1:]))
        lines = [self.head, rules, *self.rows]
        return "\n".join([f"**{self.title}**", "", *(f"| {' | '.join(line)} |" for line in lines)])

    def __str__(self) -> str:
        lines = [self.head, *self.rows]
        widths = [max(len(line[at]) for line in lines) for at in range(len(self.head))]
        return "\n".join([self.title, "", *(_line(line, widths) for line in lines)])


def _line(line: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (
        f"{value:<{width}}" if at == 0 else f"{value:>{width}}"
        for at, (value, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  " + "  ".join([first, *others]).rstrip()


def share(part: float, whole: float) -> str:
    """Write a share with three digits; a dash where there is nothing to be shared."""
    return f"{part / whole:.3f}" if whole else "–"
