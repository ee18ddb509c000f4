"""The id of a new article: date, outlet and subject, never a name, never one that is taken. All examples invented."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from build_site.contribute.identify import make_id
from build_site.machine.disk import Found
from build_site.problem import Gathering
from build_site.seed.folder import sort_files


def test_date_outlet_and_subject() -> None:
    made = make_id("2031-04-02", "the-northport-courier", "Harbour dredging is to start in May", [], [])
    assert made == "2031-04-02-northport-courier-harbour-dredging-start-may"


def test_what_is_not_known_is_left_out() -> None:
    assert make_id("", "", "Pier to reopen", [], []) == "pier-reopen"
    assert make_id("2031", "", "", [], []) == "2031"
    assert make_id("", "", "", [], []) == "article"


def test_a_name_never_becomes_an_address() -> None:
    made = make_id("", "", "Ada Fenwick’s pier: Fenwick opens it", ["Ada Fenwick", "Fenwick"], [])
    assert made == "pier-opens"
    assert "fenwick" not in make_id("", "", "Ada Fenwick opens pier", ["Ada Fenwick"], [])


def test_a_taken_id_gets_a_number() -> None:
    assert make_id("", "", "Pier reopens", [], ["Pier-Reopens", "pier-reopens-2"]) == "pier-reopens-3"


@given(st.text(max_size=60), st.text(max_size=20))
@example("", "AUX")
def test_any_title_gives_an_id_that_seeds_accept(title: str, source: str) -> None:
    made = make_id("", source, title, [], [])
    problems = Gathering()
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", made)
    assert [seed.id for seed in sort_files([Found(f"{made}.txt", regular=True, size=1)], problems)] == [made]
    assert problems.found == []
