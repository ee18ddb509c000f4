"""The day that a build takes for today."""

from __future__ import annotations

import datetime as dt

import pytest

from build_site.machine.clock import fixed_day, today
from build_site.problem import ProblemsError


def test_a_fixed_day_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert today() == fixed_day() == dt.date(2033, 5, 18)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert fixed_day() is None


@pytest.mark.parametrize("value", ["", "abc", "-5", "1.5", "4294967296", "9" * 5000])
def test_what_is_no_time_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(ProblemsError, match="SOURCE_DATE_EPOCH"):
        fixed_day()
