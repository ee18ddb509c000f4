"""Front matter that is read directly comes out as PyYAML reads it, or is left to PyYAML."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta

from build_site.accelerator import frontmatter
from build_site.page.model import Page


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nlist: [a, 1, true, null, ~, 1.5, 2031-04-02, 0o7, 0x1F, yes, 'no', \"\\u00e9\"]\nmap: {a: {b: []}}",
        "a: &x [1]\nb: *x\nc: &t text\nd: *t",
        "1: one\ntrue: yes\nnull: none",
        "<<: {a: 1}\nb: 2",
        "set: !!set {a, b}\nbinary: !!binary aGk=",
        "a: 1\na: 2",
        "text: |\n  one\n  two\nfolded: >\n  one\n  two\nempty:\n",
        "- a list",
        "just text",
        "",
    ],
)
def test_front_matter_is_read_as_mkdocs_reads_it(text: str) -> None:
    source = f"---\n{text}\n---\n\n# Head\r\n\r\nwords\rmore\n".encode("utf-8-sig")
    expected = meta.get_data(source.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    assert repr(frontmatter.split(source)) == repr(expected)


def test_front_matter_of_one_page_is_not_that_of_another() -> None:
    source = b"---\nlist: [a, b]\ntable: {a: b}\nlists:\n- [a, b]\n---\n"
    (_, first), (_, second) = frontmatter.split(source), frontmatter.split(source)
    first["list"].append("c")
    first["table"]["a"] = "c"
    first["lists"][0].append("c")
    assert second == frontmatter.split(source)[1] == {"list": ["a", "b"], "table": {"a": "b"}, "lists": [["a", "b"]]}


LINES = (
    "a: b",
    "a: [b, 'it''s', O'Neil, 1, true, null, c d]",
    "a: {b: c, d: '1', e: 2}",
    "- [a, 'b: c']",
    "- {a: b}",
    "- a",
    "a:",
    "a: []",
    "a: {}",
    "a: 'b'",
    *("a: yes", "a: ~", "a: 012", "a: 1_0", "a: 1:30", "a: 2031-04-02", "a: 1.5", "a: =", "yes: a", "a: No", "a: -1"),
    *("a: b: c", "a: b #c", "a: b#c", "a: b:c", "a: http://x/y", "a: 'b", "a: 'b' c", "a: b ", "a:  b", "a: b:"),
    *("a: [b, ]", "a: [b,c]", "a: [b, c", "a: [b: c]", "a: {b}", "a: [[b]]", "a: [b] ]", "a: ['b' c]", "a: [ b]"),
    *(
        "- a: b",
        "- - a",
        "# c",
        "---",
        "...",
        "a: &b c",
        "a: *b",
        "a: !x b",
        "<<: {a: 1}",
        "a: |",
        "? a",
        "1: a",
        "é: a",
    ),
    *("a: b\tc", "a: b\u2028c", "a: b\x85c", "a: \x7f", "a: \ufeff", "a: é\U0001f600", "a: ☃ [x], {y}", "", " "),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "", "", "  ", "    ", " "]), st.sampled_from(LINES)).map("".join), max_size=6
    )
)
@settings(max_examples=200, deadline=None)
def test_lines_of_front_matter_are_read_as_mkdocs_reads_them(lines: list[str]) -> None:
    text = "\n".join(("---", *lines, "---", "", "words", ""))
    assert repr(frontmatter.split(text.encode())) == repr(meta.get_data(text))


WORDS = (
    st.text(st.characters(codec="utf-8"), max_size=12)
    | st.sampled_from(LINES)
    | st.sampled_from(["yes", "1", "~", "2031"])
)
PLAIN = WORDS | st.booleans() | st.integers() | st.none()
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex("[a-z_]{1,6}", fullmatch=True), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.from_regex("[a-z_]{1,6}", fullmatch=True), VALUES, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_generated_front_matter_is_read_as_mkdocs_reads_it(values: dict[str, Any]) -> None:
    text = Page("x.md", values, "words").text
    assert repr(frontmatter.split(text.encode())) == repr(meta.get_data(text.replace("\r\n", "\n").replace("\r", "\n")))


def test_front_matter_of_a_generated_page_is_read_directly() -> None:
    values = {
        "title": "O'Neil: 'a' b",
        "topics": ["a", "b c"],
        "hide": ["toc"],
        "text": {"lang": "en", "dir": "ltr"},
        "metadata": {"names": [["DC.type", "x"], ["og:url", "https://a.example/b"]], "json_ld": '{"@a":[1,"it\'s"]}'},
    }
    text = Page("x.md", values, "words").text
    assert frontmatter.read(text.split("---\n")[1]) == values
