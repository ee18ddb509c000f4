"""Credits: who took the pictures and who wrote the text. Credited people are not people mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.bylines import agency_tail, byline
from build_site.derive.lines import Line, content_lines
from build_site.derive.model import Credit
from build_site.derive.picture_credits import picture_credit
from build_site.derive.signed import signatures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.derive.bylines import Byline
    from build_site.seed.text import Text

HEAD_LINES = 8
"""Lines at the beginning of a text among which a by-line without "By" is looked for."""


def find_credits(text: Text) -> tuple[Credit, ...]:
    """Return every name in a picture credit (`picture`), a by-line or an agency tail (`text`), in order.

    Agencies and outlets are not credited as people: `Getty Images` alone gives no credit.
    """
    lines = content_lines(text)
    signed = signatures(lines)
    return tuple(
        credit
        for index, line in enumerate(lines)
        for credit in _of_line(line, signed.get(line.number), in_head=index < HEAD_LINES)
    )


def _of_line(line: Line, signed: Byline | None, *, in_head: bool) -> Iterator[Credit]:
    """Read the credits of one line; a line is only one of the three kinds."""
    picture = picture_credit(line.content)
    if picture:
        yield from (_credit(line, "picture", span) for span in picture.names)
        return
    made_by = agency_tail(line.content) or byline(line.content, in_head=in_head) or signed
    if made_by:
        yield from (_credit(line, "text", span) for span in made_by.names)


def _credit(line: Line, role: str, span: tuple[int, int]) -> Credit:
    """Make a credit of a span of a line."""
    return Credit(line.content[slice(*span)], role, line.number, *span)
