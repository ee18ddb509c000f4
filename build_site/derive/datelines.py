"""Datelines and date lines: `NORTHPORT, May 3 (Reuters) - …` before the lead, `Published 3 May 2031` on its own."""

from __future__ import annotations

import re

from build_site.derive.credit_names import is_agency

HEAD_LINES = 8
"""Lines at the beginning of a text among which a bare date counts as a date line."""
LONGEST = 120
"""Characters of the longest date line."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
"""English months, in full and as newspapers shorten them."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""English weekdays, Monday first as in `datetime.date.weekday`."""

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_A_YEAR = re.compile(_YEAR)
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?,?\s+"
FULL_DATE = re.compile(
    rf"\b(?:(?P<weekday>{_WEEKDAY})(?:the\s+)?)?(?:"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>{_YEAR})"
    rf"|(?P<year3>{_YEAR})-(?P<month3>\d\d)-(?P<day3>\d\d))(?![\d-])",
    re.IGNORECASE,
)
"""A date with day, month and year: `Tuesday 3 May 2031`, `May 3, 2031`, `2031-05-03`. Figures alone are ambiguous."""

PUBLISHED = re.compile(r"\s*(?:first\s+)?(?:published|posted|issued)(?:\s+(?:on|at))?\b\s*[:|]?\s*", re.IGNORECASE)
"""How a line begins that states when a text was published."""
CHANGED = re.compile(
    r"\s*(?:last\s+)?(?:updated|modified|edited|corrected|amended)(?:\s+(?:on|at))?\b\s*[:|]?\s*", re.IGNORECASE
)
_TIME = re.compile(
    r"(?:(?:at|on|the|updated|modified|last|published|first|posted|gmt|bst|utc|ist|cet|cest|est|edt|pt|et|a\.?m\.?|"
    r"p\.?m\.?|\d{1,2}[:.]\d\d(?::\d\d)?|t?\d\d:\d\d:\d\dz?|\d{1,2}\s?[ap]m)(?![a-z])|[\s,.:|–—()•·-])+",
    re.IGNORECASE,
)

_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z'’.-]+(?:[ /,]+[A-Z][A-Z'’.-]*){0,6})"
    r"(?:,\s*(?:[A-Z][a-z]+\.?)(?:\s[A-Z][a-z]+)?)?"
    rf"(?P<date>,?\s+(?i:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+{_YEAR})?)?"
    r"(?:\s*\([A-Z][^()]{1,40}\))?"
    # `BBC, 3 May 2031: "…"` says when somebody else published.
    r"\s*(?:[–—]|\s-{1,2}\s|(?(date)(?!)|:\s))\s*(?=[\"“‘'A-Z])",
)
_MIXED_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w'’.-]+(?:[ /,]+[A-Z][\w'’.-]*){0,5})"
    rf"(?:,?\s+(?i:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+{_YEAR})?)?"
    r"\s*\([A-Z][^()]{1,40}\)\s*(?:[–—]|\s-{1,2}\s)\s*(?=[\"“‘'A-Z])",
)
_AGENCY = re.compile(r"\s*\((?P<agency>[A-Z][^()]{1,40})\)\s*(?:[–—]|\s-{1,2}\s)\s*(?=[\"“‘'A-Z])")
"""A dateline without its place: `(Reuters) - …`."""
_WINDOW = 160


def dateline_end(content: str) -> int:
    """Return where the dateline ends with which a line begins (one past its dash), or 0 where there is none."""
    head = content[:_WINDOW]
    found = _DATELINE.match(head) or _MIXED_DATELINE.match(head) or _AGENCY.match(head)
    if found and "agency" in found.groupdict() and not is_agency(found["agency"]):
        return 0
    return len(found.group().rstrip()) if found and len(content) > found.end() + 20 else 0


def is_date_line(bare: str, *, in_head: bool) -> bool:
    """Whether a whole line states when a text was published or changed; a bare date counts in the head only."""
    if len(bare) > LONGEST:
        return False
    opening = PUBLISHED.match(bare) or CHANGED.match(bare)
    # Most lines hold no year, and the pattern of a date takes long to find none.
    if not (opening or in_head) or not _A_YEAR.search(bare):
        return False
    rest, dates = FULL_DATE.subn(" ", bare[opening.end() :] if opening else bare)
    return bool(dates) and not _TIME.sub("", rest)
