"""The only module that knows today's date."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Today's date in UTC, or the date that `SOURCE_DATE_EPOCH` (seconds since 1970) sets for reproducible builds."""
    return fixed_day() or dt.datetime.now(dt.UTC).date()


def fixed_day() -> dt.date | None:
    """Return the date that `SOURCE_DATE_EPOCH` sets; None where it sets none."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(fixed), dt.UTC).date() if fixed.isdecimal() else None
