"""Front matter is written as PyYAML's safe dumper would write it."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.page.model import Page

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")))
SIGNS = st.text("abyNn eE09.:-–,#[]{}()<>=~|'\"?!&*%@`/\\\n\u00a0é’天", max_size=12)
WORDS = ("yes", "No", "off", "null", "1e3", "# x", "a: b", "a:/b", "x ", "a #b", "'s", "{", "\u2028", "😀")
DATED = st.from_regex(r"[0-9]{4}[-/][0-9]{2}([-/][0-9]{2})?([T -][a-z0-9:-]{0,6})?", fullmatch=True)
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), TEXT, SIGNS, DATED, st.sampled_from(WORDS))
KEYS = st.one_of(TEXT, st.sampled_from(("title", "topics", "json_ld", "no", "a:b", "x" * 200)))
VALUES = st.recursive(LEAVES, lambda inner: st.one_of(st.lists(inner), st.dictionaries(KEYS, inner)), max_leaves=12)


@settings(max_examples=50)
@given(st.dictionaries(KEYS, VALUES, min_size=1))
def test_front_matter_is_what_the_safe_dumper_writes(values: dict[str, Any]) -> None:
    # Without libyaml, PyYAML would break lines elsewhere; `build_site` uses what is installed, and so does this test.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    expected = yaml.dump(
        values, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=None
    )
    assert Page("x.md", values, "Words").text.split("\n", 2)[2].startswith(f"{expected}---\n")
