"""The only module that knows today's date."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Today's date in UTC, or the date that `SOURCE_DATE_EPOCH` (seconds since 1970) sets for reproducible builds."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.fromtimestamp(int(fixed), dt.UTC) if fixed.isdecimal() else None
    return (now or dt.datetime.now(dt.UTC)).date()
