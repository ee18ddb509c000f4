"""JSON for people is what the standard library would write."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_site.layout import indented

LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text())
VALUES = st.recursive(
    LEAVES, lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)), max_leaves=12
)


@given(VALUES)
def test_the_layout_is_that_of_the_standard_library(value: Any) -> None:  # noqa: ANN401 - whatever JSON can say
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)
