"""Dates: the date that a text states as its own, and the latest past year that it speaks of. Never a guess."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from build_site.derive.datelines import CHANGED, FULL_DATE, MONTHS, PUBLISHED, WEEKDAYS
from build_site.derive.lines import Line, content_lines
from build_site.derive.model import Derived, Evidence, ResidueKind
from build_site.derive.outlets import find_outlets, masked
from build_site.derive.years import REACH, is_past, years_in

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from build_site.derive.model import Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

PUBLISHED_METHOD = "published/2"
NOT_BEFORE_METHOD = "not-before/2"
MOST_PLACES = 20
"""Places of one year that are looked at; an article does not name a year more often."""
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
    stated = published.evidence[:1]
    latest = int(published.value[:4]) if published.value else 0
    traces: list[Evidence] = list(stated)
    for year, places in sorted(_places(text).items(), reverse=True):
        if year < latest:
            break
        past = [trace for line, start, end in places if (trace := _past(line, start, end, registers))]
        if past:
            latest, traces = year, sorted([*past, *(stated if year == latest else ())], key=lambda trace: trace.line)
            break
    return Derived(latest, NOT_BEFORE_METHOD, 1.0, tuple(traces)) if latest else Derived(0, NOT_BEFORE_METHOD)


def _places(text: Text) -> dict[int, list[tuple[Line, int, int]]]:
    """Return the first places of every year that the text names, past or not."""
    places: dict[int, list[tuple[Line, int, int]]] = {}
    for line in content_lines(text):
        for year, start, end in years_in(line.content):
            of_year = places.setdefault(year, [])
            if len(of_year) < MOST_PLACES:
                of_year.append((line, start, end))
    return places


def _past(line: Line, start: int, end: int, registers: Registers) -> Evidence | None:
    """Return the evidence that a year is a past one, or None; outlets are masked, a year in a name is none."""
    low = max(0, start - REACH)
    near = Line(line.number, line.content[low : end + REACH])
    content = masked(near, find_outlets([near], registers.sources))
    if "_" in content[start - low : end - low] or not is_past(content, start - low, end - low):
        return None
    return Evidence(line.number, line.content[max(0, start - 40) : end].strip(), "past-year", 1.0)


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
