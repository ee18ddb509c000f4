"""Residue: lines, or parts of lines, that are not the article's running text. Found and named; never thrown away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.derive.bylines import agency_tail, byline
from build_site.derive.captions import LONGEST, has_mark, is_bare_name, is_caption, shows, topic_end
from build_site.derive.datelines import HEAD_LINES, dateline_end, is_date_line
from build_site.derive.interface import is_interface
from build_site.derive.lines import Line, content_lines
from build_site.derive.model import Residue, ResidueKind
from build_site.derive.picture_credits import picture_credit
from build_site.derive.repeats import find_repeats, words
from build_site.derive.signed import signatures

if TYPE_CHECKING:
    from build_site.derive.picture_credits import PictureCredit
    from build_site.seed.text import Text

DATELINE_LINES = 4
"""Lines at the beginning of a text of which one may begin with a dateline."""
FEWEST_TOPIC_WORDS = 6
"""Words behind the colon of a caption that is known by the shape of others alone; fewer may be a heading or a list."""
FEWEST_CAPTION_WORDS = 3
"""Words beside a credit that make a caption of a line; fewer leave it a credit."""
PICTURES = frozenset({ResidueKind.CAPTION, ResidueKind.CREDIT})
"""Kinds beside which a bare name belongs to a picture."""


def find_residue(text: Text) -> tuple[Residue, ...]:
    """Return the residue of a text in order, at most one piece a line.

    A line is tried as agency tail, credit, by-line, date line, interface string, caption and dateline, in this
    order; then paragraphs that repeat another are set apart, captions of the same shape as one of these, and bare
    names beside a picture's caption.
    """
    lines = content_lines(text)
    found = {line.number: piece for at, line in enumerate(lines) if (piece := _of_line(line, at))}
    _add_signatures(lines, found)
    _add_repeats(lines, found)
    _add_alike(lines, found)
    _add_names(lines, found)
    return tuple(found[number] for number in sorted(found))


def _of_line(line: Line, at: int) -> Residue | None:
    """Return what a line is by itself."""
    tail = agency_tail(line.content)
    if tail:
        return Residue(line.number, ResidueKind.AGENCY_TAIL, tail.start, tail.end)
    credit = picture_credit(line.content)
    if credit and credit.start > 0 and len(line.bare) > LONGEST:
        return Residue(line.number, ResidueKind.CREDIT, credit.start, len(line.content.rstrip()))
    kind = _whole(line, at, credit)
    if kind:
        return _all_of(line, kind)
    end = dateline_end(line.content) if at < DATELINE_LINES else 0
    return Residue(line.number, ResidueKind.DATELINE, _indent(line), end) if end else None


def _whole(line: Line, at: int, credit: PictureCredit | None) -> ResidueKind | None:
    """Return the kind of a line that is residue from end to end."""
    if credit:
        others = words(line.content[: credit.start] + " " + line.content[credit.holder[1] :])
        return ResidueKind.CAPTION if len(others) >= FEWEST_CAPTION_WORDS else ResidueKind.CREDIT
    in_head = at < HEAD_LINES
    if byline(line.content, in_head=in_head):
        return ResidueKind.BYLINE
    if is_date_line(line.bare, in_head=in_head):
        return ResidueKind.DATELINE
    if is_interface(line.bare):
        return ResidueKind.INTERFACE
    terminated = line.is_terminated
    # The first line is a headline, which may say that somebody is pictured.
    may_show = at > 0 and not terminated
    is_one = is_caption(line.bare, terminated=terminated) or (may_show and shows(line.bare))
    return ResidueKind.CAPTION if is_one else None


def _add_signatures(lines: list[Line], found: dict[int, Residue]) -> None:
    """Add by-lines that are known by where they stand."""
    by_number = {line.number: line for line in lines}
    for number in signatures(lines):
        found.setdefault(number, _all_of(by_number[number], ResidueKind.BYLINE))


def _add_repeats(lines: list[Line], found: dict[int, Residue]) -> None:
    """Add paragraphs that repeat another; a caption that repeats the running text says which line."""
    by_number = {line.number: line for line in lines}
    captions = {number for number, piece in found.items() if piece.kind is ResidueKind.CAPTION}
    for number, original in find_repeats([line for line in lines if _may_repeat(line, found)], captions).items():
        line = by_number[number]
        if number in found:
            found[number] = replace(found[number], repeats=original)
        else:
            shown = has_mark(line.content) or (topic_end(line.content) and by_number[original].is_terminated)
            found[number] = _all_of(line, ResidueKind.CAPTION if shown else ResidueKind.REPEATED, original)


def _add_alike(lines: list[Line], found: dict[int, Residue]) -> None:
    """Add lines such as `Out and about: Ada Fenwick left the pier` where the text has another that repeats it.

    Without such a proof they may be a list, or headings.
    """
    sentences = {line.number for line in lines if line.is_terminated}
    unended = [line for line in lines[1:] if line.number not in sentences and topic_end(line.content)]
    if any(found[line.number].repeats in sentences for line in unended if line.number in found):
        for line in unended:
            topic, said = line.content[: topic_end(line.content)], line.content[topic_end(line.content) :]
            if ";" not in said and not is_interface(topic.strip()) and len(words(said)) >= FEWEST_TOPIC_WORDS:
                found.setdefault(line.number, _all_of(line, ResidueKind.CAPTION))


def _may_repeat(line: Line, found: dict[int, Residue]) -> bool:
    """Whether a line can repeat, or be repeated: running text and captions can."""
    piece = found.get(line.number)
    return piece is None or piece.kind in {ResidueKind.CAPTION, ResidueKind.DATELINE, ResidueKind.AGENCY_TAIL}


def _add_names(lines: list[Line], found: dict[int, Residue]) -> None:
    """Add bare names that stand right before or behind a caption or credit; never the text's first line."""
    for before, line, after in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        beside = [found[near.number].kind for near in (before, after) if near and near.number in found]
        if line.number not in found and PICTURES.intersection(beside) and is_bare_name(line.bare):
            found[line.number] = _all_of(line, ResidueKind.CAPTION_NAME)


def _all_of(line: Line, kind: ResidueKind, repeats: int = 0) -> Residue:
    """Make residue of a whole line."""
    return Residue(line.number, kind, 0, len(line.content), repeats)


def _indent(line: Line) -> int:
    """Return how much space begins a line."""
    return len(line.content) - len(line.content.lstrip())
