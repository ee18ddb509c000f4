"""Dates as people write them → the notation of a record, where they can mean one day, month or year only."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december", "sept"),
)
_MONTH = r"(?P<name>[A-Za-z]+)\.?"
_FORMS = (
    rf"(?:[A-Za-z]+day,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? {_MONTH},? (?P<year>\d{{4}})",
    rf"(?:[A-Za-z]+day,? )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    rf"{_MONTH},? (?P<year>\d{{4}})",
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})",
    # With strokes, who writes the day first is known only from a day that is no month.
    r"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})",
    r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})",
)


def as_edtf(text: str) -> str:
    """Return the date as `2031-04-02` or `2031-04`; empty where it is none, or can mean two.

    `2 April 2031`, `April 2nd, 2031`, `2.4.2031` and `2031/4/2` are one day; `2/4/2031` may be April or February.
    """
    squeezed = " ".join(text.split())
    for form in _FORMS:
        if found := re.fullmatch(form, squeezed):
            parts = found.groupdict()
            month = _number(parts["name"]) if "name" in parts else int(parts["month"])
            return _written(int(parts["year"]), month, int(parts.get("day") or 0)) if month else ""
    return ""


def _number(name: str) -> int:
    known = name.lower() in (*_NAMES, *_MONTHS)
    return _MONTHS.index(name.lower()[:3]) + 1 if known else 0


def _written(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
