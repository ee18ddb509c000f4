"""Plain text stays plain: for any text the words that a reader sees are the words of the seed."""

from __future__ import annotations

import nh3
import pytest
from hypothesis import given

from build_site.page.markdown import bullets, escape, heading, link, paragraph
from tests.hostile.rendering import convert, enabled, look, squeezed
from tests.hostile.texts import lines

pytestmark = pytest.mark.slow


def test_no_extension_is_enabled_but_the_one_the_escaping_is_written_for() -> None:
    assert enabled() == ["attr_list"]


@given(lines)
def test_a_paragraph_shows_its_text(text: str) -> None:
    seen = look(convert(paragraph(text, "#l5 .caption")))
    assert seen.words == squeezed(text)
    assert seen.elements == [("p", {"class": "caption", "id": "l5"})]


@given(lines)
def test_a_paragraph_without_attributes_shows_its_text(text: str) -> None:
    seen = look(convert(f"Before.\n\n{paragraph(text)}\n\nAfter."))
    assert seen.words == f"Before. {squeezed(text)} After."
    assert [name for name, _ in seen.elements] == ["p", "p", "p"]


@given(lines)
def test_a_heading_shows_its_text(text: str) -> None:
    seen = look(convert(heading(text, 2)))
    assert seen.words == squeezed(text)
    assert [name for name, _ in seen.elements] == ["h2"]


@given(lines)
def test_the_words_of_a_link_are_shown_and_the_link_leads_where_it_should(text: str) -> None:
    seen = look(convert(bullets([f"{link(text, 'a/b.md')} · {escape(text)}"])))
    assert seen.words == f"{squeezed(text)} · {squeezed(text)}"
    assert [name for name, _ in seen.elements] == ["ul", "li", "a"]
    assert seen.elements[-1][1] == {"href": "a/b.md"}


@given(lines)
def test_the_result_holds_nothing_that_a_sanitiser_takes_out(text: str) -> None:
    html = convert(paragraph(text))
    assert look(nh3.clean(html, tags={"p"}, attributes={})).words == look(html).words
    assert nh3.clean(html, tags={"p"}, attributes={}).count("<") == html.count("<")


@pytest.mark.parametrize(
    "text",
    [
        "Mr O’Neill – “a good day”, he said; £5m (€6m) was spent.",
        "Fish & chips, R&D, 3 < 4? No: 5 > 4, and 50% off!",
        "snake_case, e-mail, http://example.org/a_b?c=d&e=f, 1.5 miles, #1 in 2031, C# and 7/8",
        "He paid 20 - 30 pounds. + and - are signs | so is this ~ and ^ and = and $5",
    ],
)
def test_ordinary_text_is_hardly_escaped(text: str) -> None:
    assert escape(text).replace("&lt;", "<") == text
