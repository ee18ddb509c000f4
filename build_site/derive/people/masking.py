"""What of a text is read for names: everything but credits, by-lines, interface lines and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.captions import label_end
from build_site.derive.interface import headline_end
from build_site.derive.model import ResidueKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.derive.model import Credit, Residue
    from build_site.seed.text import Text

SET_ASIDE = frozenset(
    {
        ResidueKind.CREDIT,
        ResidueKind.BYLINE,
        ResidueKind.DATELINE,
        ResidueKind.INTERFACE,
        ResidueKind.AGENCY_TAIL,
    }
)
"""Kinds of residue in which nobody is mentioned. Captions, repeated paragraphs and headlines of links are read."""
BARRIER = "¦"
"""Stands at the start of what is masked, so that words on both sides are not read as one name."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text's lines ready to be read for names."""

    lines: tuple[str, ...]
    """Lines of the same length as those of the text; masked parts are blank."""
    name_lines: frozenset[int]
    """0-based lines that are a bare name below a picture: they support a name, they make none."""


def mask(text: Text, residue: Iterable[Residue], credits_: Iterable[Credit]) -> Masked:
    """Blank what is no running text."""
    lines = text.lines
    found = tuple(residue)
    spans = [
        (one.line, headline_end(lines[one.line - text.first_line]) or one.start, one.end)
        for one in found
        if one.kind in SET_ASIDE
    ]
    spans += [(one.line, one.start, one.end) for one in credits_]
    spans += [(text.first_line + index, 0, end) for index, line in enumerate(lines) if (end := label_end(line))]
    for line, start, end in spans:
        index = line - text.first_line
        if 0 <= index < len(lines):
            lines[index] = blank(lines[index], start, end or len(lines[index]))
    names = frozenset(one.line - text.first_line for one in found if one.kind is ResidueKind.CAPTION_NAME)
    return Masked(tuple(lines), names)


def blank(line: str, start: int, end: int) -> str:
    """Replace the characters from `start` up to `end` by a barrier and spaces."""
    width = min(end, len(line)) - start
    return line if width < 1 else line[:start] + BARRIER + " " * (width - 1) + line[start + width :]
