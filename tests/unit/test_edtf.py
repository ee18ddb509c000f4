"""EDTF values: what each means, and which are refused."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.fields import edtf
from build_site.fields.edtf import Precision

MEANINGS = """
2031-04-02   | 2031-04-02 | 2031-04-02 | day      | 2 April 2031
2028-02-29   | 2028-02-29 | 2028-02-29 | day      | 29 February 2028
2031-04      | 2031-04-01 | 2031-04-30 | month    | April 2031
2031-12      | 2031-12-01 | 2031-12-31 | month    | December 2031
9999-12      | 9999-12-01 | 9999-12-31 | month    | December 9999
2031-04-XX   | 2031-04-01 | 2031-04-30 | month    | April 2031
2031         | 2031-01-01 | 2031-12-31 | year     | 2031
2031-XX      | 2031-01-01 | 2031-12-31 | year     | 2031
203X         | 2030-01-01 | 2039-12-31 | years    | 2030s
20XX         | 2000-01-01 | 2099-12-31 | years    | 2000 to 2099
2031-21      | 2031-03-01 | 2031-05-31 | season   | spring 2031
2031-24      | 2031-12-01 | 2032-02-29 | season   | winter 2031
2031-04-02?  | 2031-04-02 | 2031-04-02 | day      | 2 April 2031 (uncertain)
2031-04~     | 2031-04-01 | 2031-04-30 | month    | about April 2031
2031%        | 2031-01-01 | 2031-12-31 | year     | about 2031 (uncertain)
2031/2033    | 2031-01-01 | 2033-12-31 | interval | 2031 to 2033
2031-04/..   | 2031-04-01 | 2031-04-30 | interval | April 2031 or later
2031-04~/2031-06 | 2031-04-01 | 2031-06-30 | interval | about April 2031 to June 2031
"""

REFUSED = """
            | is not a date
30 Feb 2031 | is not a date
2031-4-2    | is not a date
31-04-02    | is not a date
2031-02-30  | is a day that no calendar has
2031-13     | is a day that no calendar has
2031-00-01  | is a day that no calendar has
2031-25     | is a day that no calendar has
0000        | has a year that no calendar has
203X-04     | gives a month of a year that it does not give
2031-21-05  | gives a day of a season
2033/2031   | ends before it begins
../2031     | has no beginning, so it cannot be put in order
/2031       | has no beginning, so it cannot be put in order
2031/2032/2033 | has more than one /
٢٠٣١        | is not a date
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").split("\n")]


@pytest.mark.parametrize(("text", "first", "last", "precision", "words"), rows(MEANINGS))
def test_meaning(text: str, first: str, last: str, precision: str, words: str) -> None:
    date = edtf.parse(text)
    assert (date.first, date.last) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert (date.precision, date.words, str(date)) == (Precision(precision), words, text)


@pytest.mark.parametrize(("text", "message"), rows(REFUSED))
def test_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        edtf.parse(text)


@pytest.mark.parametrize(("text", "year", "month"), [("2031-04-02", 2031, 4), ("2031-04~", 2031, 4), ("2031", 2031, 0)])
def test_where_a_date_is_listed(text: str, year: int, month: int) -> None:
    date = edtf.parse(text)
    assert (date.year, date.month) == (year, month)


@given(st.dates())
def test_every_day_is_itself(day: dt.date) -> None:
    date = edtf.parse(day.isoformat())
    assert (date.first, date.last, date.precision) == (day, day, Precision.DAY)


@given(st.text(alphabet="0123456789X-/.?~% ", max_size=24))
def test_anything_else_is_a_date_or_refused(text: str) -> None:
    with suppress(ValueError):
        date = edtf.parse(text)
        assert date.first <= date.last
