"""Front matter is written as PyYAML's safe dumper would write it."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.page.model import Page

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")))
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), TEXT, st.sampled_from(("yes", "2031-04-02", "# x", "a: b")))
VALUES = st.recursive(LEAVES, lambda inner: st.one_of(st.lists(inner), st.dictionaries(TEXT, inner)), max_leaves=12)


@settings(max_examples=50)
@given(st.dictionaries(TEXT, VALUES, min_size=1))
def test_front_matter_is_what_the_safe_dumper_writes(values: dict[str, Any]) -> None:
    # Without libyaml, PyYAML would break lines elsewhere; `build_site` uses what is installed, and so does this test.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    expected = yaml.dump(
        values, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=None
    )
    assert Page("x.md", values, "Words").text.split("\n", 2)[2].startswith(f"{expected}---\n")
