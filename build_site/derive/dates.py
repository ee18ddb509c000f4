"""Dates: the date that a text states as its own, and the latest past year that it speaks of. Never a guess."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from build_site.derive.datelines import CHANGED, FULL_DATE, MONTHS, PUBLISHED, WEEKDAYS
from build_site.derive.lines import Line, content_lines
from build_site.derive.model import Derived, Evidence, ResidueKind
from build_site.derive.outlets import find_outlets, masked
from build_site.derive.years import past_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.derive.model import Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

PUBLISHED_METHOD = "published/1"
NOT_BEFORE_METHOD = "not-before/1"
_FOUR_FIGURES = re.compile(r"[12]\d\d\d")
_PARTS = ("year", "month", "day")


def derive_published(text: Text, residue: tuple[Residue, ...]) -> Derived[str]:
    """Return the ISO date that the text states as its own, or an empty value.

    Read from a date line (`Published 3 May 2031`, a date alone in the head, a by-line with a date) or from a dateline
    with a full date. A date that does not exist, or whose weekday is wrong, does not count; two different dates leave
    the value empty. `Updated` is not a date of publication.
    """
    content = {line.number: line.content for line in content_lines(text)}
    stated = [found for piece in residue for found in _stated(piece, content[piece.line])]
    first = [found for found in stated if found[1].rule == "published"] or stated
    if len({day for day, _ in first}) != 1:
        return Derived("", PUBLISHED_METHOD)
    return Derived(first[0][0].isoformat(), PUBLISHED_METHOD, 1.0, tuple(trace for _, trace in first))


def derive_not_before(text: Text, published: Derived[str], registers: Registers) -> Derived[int]:
    """Return the latest past year that the text speaks of (it cannot be older), or 0 where it names none.

    Outlets are masked first: a year in an outlet's name is none. A stated date of publication counts too.
    """
    named = [found for line in content_lines(text) for found in _years(line, registers)]
    named += [(int(published.value[:4]), trace) for trace in published.evidence[:1]]
    if not named:
        return Derived(0, NOT_BEFORE_METHOD)
    latest = max(year for year, _ in named)
    evidence = sorted((trace for year, trace in named if year == latest), key=lambda trace: trace.line)
    return Derived(latest, NOT_BEFORE_METHOD, 1.0, tuple(evidence))


def _years(line: Line, registers: Registers) -> Iterator[tuple[int, Evidence]]:
    """Yield the past years of one line with their evidence."""
    if not _FOUR_FIGURES.search(line.content):
        return
    for year, start, end in past_years(masked(line, find_outlets([line], registers.sources))):
        quote = line.content[max(0, start - 40) : end].strip()
        yield year, Evidence(line.number, quote, "past-year", 1.0)


def _stated(piece: Residue, content: str) -> Iterator[tuple[date, Evidence]]:
    """Yield the date that a by-line, date line or dateline states."""
    if piece.kind not in {ResidueKind.DATELINE, ResidueKind.BYLINE} or CHANGED.match(content):
        return
    found = FULL_DATE.search(content, piece.start, piece.end)
    day = _day(found) if found else None
    if found and day:
        rule = "published" if PUBLISHED.match(content) else "date-line"
        yield day, Evidence(piece.line, found.group(), rule, 1.0)


def _day(found: re.Match[str]) -> date | None:
    """Return the date that `FULL_DATE` found, or None where it does not exist or its weekday is wrong."""
    parts = {
        name: next((found[name + which] for which in ("", "2", "3") if found[name + which]), "") for name in _PARTS
    }
    month = parts["month"].lower().strip(".")
    try:
        day = date(int(parts["year"]), int(month) if month.isdigit() else MONTHS[month], int(parts["day"]))
    except ValueError:
        return None
    weekday = (found["weekday"] or "").lower().strip(" ,.")
    return None if weekday and not WEEKDAYS[day.weekday()].startswith(weekday[:3]) else day
