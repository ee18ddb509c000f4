"""Dates as archives write them: EDTF levels 0 and 1 (ISO 8601-2:2019, Library of Congress), as far as news needs them.

A day, a month, a season, a year, a year with unspecified digits (`202X`), each with `?` (uncertain), `~` (approximate)
or `%` (both), and intervals of these with an open end (`..`). Years before 1 and beyond 9999 are not accepted.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<qualifier>[?~%]?)", re.ASCII
)
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_OPEN = ("", "..")


class Precision(StrEnum):
    """How exactly a date is known, finest first."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date with what is known of its precision and certainty."""

    text: str
    """The EDTF string as written."""
    first: dt.date
    """Earliest day it can mean."""
    last: dt.date
    """Latest day it can mean."""
    precision: Precision
    """How exactly it is known."""
    uncertain: bool = False
    """True where the source is doubtful (`?`)."""
    approximate: bool = False
    """True where the date is an estimate (`~`)."""
    words: str = ""
    """The date as a reader says it, for example `about January 2025`."""

    @property
    def year(self) -> int:
        """Year under which the date is listed: the one in which it begins."""
        return self.first.year

    @property
    def month(self) -> int:
        """Month under which the date is listed (1 to 12); 0 where it is known less exactly."""
        return self.first.month if self.precision in (Precision.DAY, Precision.MONTH) else 0

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Edtf:
    """Read an EDTF string; `ValueError` says in one sentence what is wrong with it."""
    if "/" in text:
        return _interval(text)
    return _date(text)


def _date(text: str) -> Edtf:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError("is not a date")
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        span, precision, said = _unspecified_year(year, month)
    elif month in (None, "XX"):
        span, precision, said = _year(int(year)), Precision.YEAR, str(int(year))
    elif int(month) in _SEASONS:
        span, precision, said = _season(int(year), int(month), day)
    else:
        span, precision, said = _calendar(int(year), int(month), day)
    return _qualified(text, span, precision, said, match["qualifier"])


def _qualified(text: str, span: tuple[dt.date, dt.date], precision: Precision, said: str, qualifier: str) -> Edtf:
    uncertain, approximate = qualifier in ("?", "%"), qualifier in ("~", "%")
    words = f"{'about ' if approximate else ''}{said}{' (uncertain)' if uncertain else ''}"
    return Edtf(text, *span, precision, uncertain, approximate, words)


def _year(year: int) -> tuple[dt.date, dt.date]:
    try:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except ValueError:
        raise ValueError("has a year that no calendar has") from None


def _unspecified_year(year: str, month: str | None) -> tuple[tuple[dt.date, dt.date], Precision, str]:
    if month:
        raise ValueError("gives a month of a year that it does not give")
    span = (_year(int(year.replace("X", "0")))[0], _year(int(year.replace("X", "9")))[1])
    said = f"{span[0].year}s" if year.endswith("X") and not year.endswith("XX") else f"{span[0].year} to {span[1].year}"
    return span, Precision.YEARS, said


def _season(year: int, month: int, day: str | None) -> tuple[tuple[dt.date, dt.date], Precision, str]:
    if day:
        raise ValueError("gives a day of a season")
    name, start = _SEASONS[month]
    first = dt.date(year, start, 1)
    return (first, _month_end(*_months_later(year, start, 2))), Precision.SEASON, f"{name} {year}"


def _calendar(year: int, month: int, day: str | None) -> tuple[tuple[dt.date, dt.date], Precision, str]:
    try:
        first = dt.date(year, month, int(day) if day not in (None, "XX") else 1)
    except ValueError:
        raise ValueError("is a day that no calendar has") from None
    if day in (None, "XX"):
        return (first, _month_end(year, month)), Precision.MONTH, f"{_MONTHS[month - 1]} {year}"
    return (first, first), Precision.DAY, day_words(first)


def _months_later(year: int, month: int, count: int) -> tuple[int, int]:
    return year + (month - 1 + count) // 12, (month - 1 + count) % 12 + 1


def _month_end(year: int, month: int) -> dt.date:
    if (year, month) == (9999, 12):
        return dt.date.max
    return dt.date(*_months_later(year, month, 1), 1) - dt.timedelta(days=1)


def _interval(text: str) -> Edtf:
    start, end, *more = text.split("/")
    if more:
        raise ValueError("has more than one /")
    if start in _OPEN:
        raise ValueError("has no beginning, so it cannot be put in order")
    first = _date(start)
    last = None if end in _OPEN else _date(end)
    if last and last.last < first.first:
        raise ValueError("ends before it begins")
    words = f"{first.words} to {last.words}" if last else f"{first.words} or later"
    # An open end says nothing about the end: the last day is then the last day of what is known.
    return Edtf(text, first.first, (last or first).last, Precision.INTERVAL, words=words)


def month_name(month: int) -> str:
    """Name of a month, 1 to 12."""
    return _MONTHS[month - 1]


def day_words(day: dt.date) -> str:
    """Say a day as readers do: `2 April 2031`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
