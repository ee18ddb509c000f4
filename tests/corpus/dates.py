"""Dates of publication in every form that a record may give: 2027 to 2033, years that are still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FIRST = date(2027, 1, 1)
LAST = date(2033, 12, 31)


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, as the record says it and as a day for everything that hangs on it."""

    field: date | str | None
    """What the record says: a day, an EDTF string, None where it is not known."""
    stem: str
    """First part of the article's id."""
    day: date
    """A day on which it may have appeared; accession and review come later than this."""


def published(rng: Random) -> Published:
    """Choose a date: four in five are plain days, the others are less exact in one of six ways."""
    day = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days + 1))
    chance = rng.random()
    if chance < 0.82:
        return Published(day, day.isoformat(), day)
    return rng.choice((_month, _month, _year, _approximate, _uncertain, _interval, _unknown))(day)


def _month(day: date) -> Published:
    return Published(f"{day:%Y-%m}", f"{day:%Y-%m}", day)


def _year(day: date) -> Published:
    return Published(f"{day.year}", f"{day.year}", day)


def _approximate(day: date) -> Published:
    return Published(f"{day:%Y-%m}~", f"{day:%Y-%m}", day)


def _uncertain(day: date) -> Published:
    return Published(f"{day.isoformat()}?", day.isoformat(), day)


def _interval(day: date) -> Published:
    if day.month > 10:
        return Published(f"{day.year}/{day.year + 1}", f"{day.year}", day)
    return Published(f"{day:%Y-%m}/{day.year}-{day.month + 2:02}", f"{day:%Y-%m}", day)


def _unknown(day: date) -> Published:
    return Published(None, "undated", day)
