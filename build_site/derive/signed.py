"""By-lines that are known by where they stand: a bare name beside the date line or at the end, a note on the author.

A bare name below the headline without a date or an account beside it is none: it may be whom the text is about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.bylines import LONGEST, Byline, names_before
from build_site.derive.credit_names import JOBS, names_in
from build_site.derive.datelines import HEAD_LINES, is_date_line
from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_site.derive.lines import Line

TAIL_LINES = 3
"""Lines at the end of a text among which a note on the author is looked for."""

_FROM = re.compile(r"\s*From\s+(?=[A-Z])")
_IN_A_PLACE = re.compile(r"\s+in\s+(?:the\s+)?[A-Z][\w’' -]*$")
_REPORTS = re.compile(r"\s+reports?(?:\s+(?:from|in)\s+(?:the\s+)?[A-Z][\w’' -]*)?\.?$")
_BARE = re.compile(r"\s*(?:[–—-]\s+)?(?P<names>.+?)(?:\s+@\w+)?$")
_ACCOUNT = re.compile(r"\s@\w+$")
_IS = re.compile(r"\s+is\s+")
_WRITES = re.compile(
    r"\s+is\s+(?:an?|the)\s+(?:[\w'’-]+\s+){0,3}(?:columnist|journalist|writer|author|editor|broadcaster|commentator|critic)"
    r"(?:\s+(?:for|of|at|with|on|and)\b|[,.])"
)
"""How a note on the author goes on that does not end with the job: `… is a columnist for the Echo and a …`."""
_BULLET = re.compile(r"\s*[•·]\s*(?:(?:Professor|Prof|Dr|Sir|Dame|Lord|Lady)\.?\s+)?")
"""How a note on the author begins below a comment: `• Dr Ada Fenwick is chair of …`."""


def signatures(lines: Sequence[Line]) -> dict[int, Byline]:
    """Return the by-lines among the lines of a text, by the number of the line.

    Each begins with a first name that the word lists know, and none has a surname that another line of the text says:
    then the text speaks of somebody, and does not only say who wrote it. A text's first line is its headline.
    """
    found = [*_in_head(lines[:HEAD_LINES]), *_in_tail(lines[1:][-TAIL_LINES:])]
    return {line.number: made_by for line, made_by in found if _is_signed(line, made_by, lines)}


def _in_head(head: Sequence[Line]) -> Iterator[tuple[Line, Byline]]:
    """Read every line of the head but the headline."""
    for at, line in enumerate(head):
        if at and len(line.bare) <= LONGEST and (made_by := _of_head(head, at)):
            yield line, made_by


def _of_head(head: Sequence[Line], at: int) -> Byline | None:
    """Read `Ada Fenwick` beside a date line, `From Ada Fenwick in Northport`, `Ada Fenwick reports from Northport`."""
    line = head[at]
    if from_ := _FROM.match(line.content):
        return names_before(line.content, from_.end(), _IN_A_PLACE)
    if " report" in line.content:
        return names_before(line.content, 0, _REPORTS)
    made_by = _bare(line)
    return made_by if made_by and (_ACCOUNT.search(line.bare) or _is_beside_a_date(head, at)) else None


def _is_beside_a_date(head: Sequence[Line], at: int) -> bool:
    return any(is_date_line(line.bare, in_head=True) for line in (head[at - 1], *head[at + 1 : at + 2]))


def _in_tail(tail: Sequence[Line]) -> Iterator[tuple[Line, Byline]]:
    """Read `Ada Fenwick is the Echo's political editor.`, and `Ada Fenwick` alone in the last line."""
    bullets = [line for line in tail if _BULLET.match(line.content)]
    for line in tail:
        # Several are a list.
        bullet = _BULLET.match(line.content) if len(bullets) == 1 else None
        is_author = JOBS.search(line.bare.rstrip(".")) or _WRITES.search(line.content)
        is_note = len(line.bare) <= LONGEST and (bullet or is_author)
        if is_note and (author := names_before(line.content, bullet.end() if bullet else 0, _IS)):
            yield line, author
    made_by = _bare(tail[-1]) if tail else None
    if made_by and not any(_bare(line) or line.bare.endswith(",") for line in tail[-2:-1]):
        # Behind another name, or a comma, it would end a list.
        yield tail[-1], made_by


def _bare(line: Line) -> Byline | None:
    """Read a line that holds names and nothing else but a dash in front or an account behind."""
    is_short = len(line.content) <= LONGEST and not line.is_terminated
    found = _BARE.match(line.content.rstrip()) if is_short else None
    names = names_in(line.content, *found.span("names")) if found else []
    is_whole = found and names and names[-1][1] == found.end("names")
    return Byline(names[0][0], len(line.content.rstrip()), tuple(names)) if is_whole else None


def _is_signed(signed: Line, made_by: Byline, lines: Sequence[Line]) -> bool:
    names = [signed.content[slice(*span)].split() for span in made_by.names]
    others = "\n".join(line.content for line in lines if line is not signed)
    if any(last in others for *_, last in names):
        return False
    # Few texts get here, and the word lists take 24 MB.
    from build_site.derive.people.vocabulary import FIRST_NAMES  # noqa: PLC0415 - see above

    return all(fold(first) in FIRST_NAMES for first, *_ in names)
