"""The only module that knows today's date."""

from __future__ import annotations

import datetime as dt
import os

from build_site.problem import machine_problem

_SECONDS = 2**32
"""More than MkDocs can write: the time in a compressed file has 32 bits."""


def today() -> dt.date:
    """Today's date in UTC, or the date that `SOURCE_DATE_EPOCH` (seconds since 1970) sets for reproducible builds."""
    return fixed_day() or dt.datetime.now(dt.UTC).date()


def fixed_day() -> dt.date | None:
    """Return the date that `SOURCE_DATE_EPOCH` sets; None where it is not set. Errors: it is no number of seconds."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return None
    if not fixed.isdecimal() or len(fixed) > len(str(_SECONDS)) or int(fixed) >= _SECONDS:
        hint = "set it to seconds since 1970, for example 2000000000, or unset it"
        raise machine_problem(f'the environment variable SOURCE_DATE_EPOCH is "{fixed}"', hint)
    return dt.datetime.fromtimestamp(int(fixed), dt.UTC).date()
