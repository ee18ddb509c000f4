"""Markdown of contributors: nothing of it is lost, and nothing of it works that may not."""

from __future__ import annotations

import re

import nh3
import pytest
from hypothesis import given

from build_site.article.markdown_body import markdown_blocks
from build_site.article.markdown_inline import resolve
from build_site.problem import ProblemsError
from build_site.seed.text import Text
from tests.hostile.rendering import Seen, convert, letters, look
from tests.hostile.texts import lines

ALLOWED = {
    "p": {"id"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "a": {"href"},
    **{name: set[str]() for name in ("em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "br")},
}
"""The subset: every element that a body may become, with its attributes."""

pytestmark = pytest.mark.slow


def page(text: str, *shown: str) -> Seen:
    blocks = markdown_blocks(Text("seeds/x.md", text))
    return look(convert("\n\n".join(resolve(block.text, frozenset(shown)) for block in blocks)))


def html(text: str) -> str:
    return convert("\n\n".join(resolve(block.text, frozenset()) for block in markdown_blocks(Text("seeds/x.md", text))))


@given(lines)
def test_any_text_becomes_the_subset_and_shows_its_words(text: str) -> None:
    try:
        blocks = markdown_blocks(Text("seeds/x.md", text))
    except ProblemsError:
        return
    seen = look(convert("\n\n".join(resolve(block.text, frozenset()) for block in blocks)))
    assert letters(seen.words) == letters(" ".join(block.words for block in blocks))
    for name, attributes in seen.elements:
        assert set(attributes) <= ALLOWED.get(name, {"no such element"}), name
        assert re.match(r"https?://|mailto:|$", attributes.get("href", "")), attributes


@given(lines)
def test_a_sanitiser_finds_nothing_to_take_out(text: str) -> None:
    try:
        written = html(text)
    except ProblemsError:
        return
    cleaned = nh3.clean(
        written, tags=set(ALLOWED), attributes=ALLOWED, url_schemes={"http", "https", "mailto"}, link_rel=None
    )
    assert look(cleaned) == look(written)


@given(lines)
def test_no_letter_of_a_text_without_marks_is_lost(text: str) -> None:
    plain = re.sub(r"[^\w\s.,;?!'\"-]", "", text).replace("_", "")
    # A number at the beginning of a line is the sign of a list, which the browser counts.
    kept = re.sub(r"[\W\d_]", "", plain)
    assert re.sub(r"[\W\d_]", "", page(plain).words) == kept


@pytest.mark.parametrize(
    ("text", "words", "elements"),
    [
        ("A *b* **c** `d`", "A b c d", ["p", "em", "strong", "code"]),
        ("# One\n\n## Two\n\n#### Four", "One Two Four", ["h2", "h3", "h4"]),
        ("- a\n- b\n    1. c\n    2. d", "a b c d", ["ul", "li", "p", "li", "p", "ol", "li", "li"]),
        ("> quoted\n> still", "quoted still", ["blockquote", "p"]),
        ("```\n<b>code</b>\n```", "<b>code</b>", ["pre", "code"]),
        ("a\n\n---\n\nb", "a b", ["p", "hr", "p"]),
        ("one  \ntwo", "one two", ["p", "br"]),
        ("<b>bold</b> <script>x</script>", "<b>bold</b> <script>x</script>", ["p"]),
        ("<div>\n\nNever closed", "<div> Never closed", ["p", "p"]),
        ("[a](https://a.example/x_y)", "a", ["p", "a"]),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))", ["p"]),
        ("[a](data:text/html,x)", "[a](data:text/html,x)", ["p"]),
        ("[a](//a.example/x)", "a (//a.example/x)", ["p"]),
        ("[a](../../etc/passwd)", "a (../../etc/passwd)", ["p"]),
        ("![a picture](https://a.example/x.png)", "a picture", ["p", "a"]),
        ("![a picture](x.png)", "a picture (x.png)", ["p"]),
        ("[Note]: closed", "[Note]: closed", ["p"]),
        ("[^1]: a note", "[^1]: a note", ["p"]),
        ("3. three\n4. four", "3. three 4. four", ["p", "p"]),
        ("- a\n\n1. b", "a 1. b", ["ul", "li", "p"]),
        ("1984. A year", "1984. A year", ["p"]),
        ("Wow\\![a](https://a.example)", "Wow!a", ["p", "a"]),
        ("x &amp; y &copy; &#x202e;z", "x & y © &#x202e;z", ["p"]),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b | |---|---| | c | d |", ["p"]),
    ],
)
def test_each_construct_is_written_or_shown_as_typed(text: str, words: str, elements: list[str]) -> None:
    seen = page(text)
    assert seen.words == words
    assert [name for name, _ in seen.elements] == elements


def test_a_link_to_an_article_leads_there_only_in_an_edition_that_shows_it() -> None:
    assert page("[a](other.md)", "other").elements[-1] == ("a", {"href": "other.md"})
    assert page("[- a](../articles/other.md#l4)").elements == [("p", {"id": "l1"})]
    assert page("[- a](other/)").words == "- a"


def test_blocks_know_their_line_in_the_file() -> None:
    blocks = markdown_blocks(Text("seeds/x.md", "# A\n\nb\nc\n\n- d\n", first_line=5))
    assert [(block.line, block.words) for block in blocks] == [(5, "A"), (7, "b c"), (10, "d")]


@pytest.mark.parametrize("text", ["> " * 40 + "x", "- " * 40 + "x", "".join("  " * n + "- x\n" for n in range(40))])
def test_deep_nesting_is_refused_before_text_could_be_lost(text: str) -> None:
    with pytest.raises(ProblemsError, match="stand in one another"):
        markdown_blocks(Text("seeds/x.md", text))
