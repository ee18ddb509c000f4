"""Deriving sees the words of a Markdown text, each on its line. Everything is invented."""

from __future__ import annotations

import pytest
from hypothesis import given

from build_site.article.markdown_words import words_of
from build_site.derive import derive
from build_site.registers.model import Registers
from build_site.seed.text import Text
from tests.hostile.texts import texts

BODY = """# Harbour _dredging_ to start

The **harbour board** met on Tuesday. “We waited”, said **Ada Fenwick**,
the [harbour master](https://tarn.example/ada).

- *Bo Marlow*, an engineer
- ![Cy Oddy at the quay](https://tarn.example/cy.png) spoke

> A [quotation](quay.md)
> over two lines

```
*code* stays
```

Snow \\* ice &amp; `a*b`
"""
WORDS = """Harbour dredging to start

The harbour board met on Tuesday. “We waited”, said Ada Fenwick,
the harbour master.

Bo Marlow, an engineer
Cy Oddy at the quay spoke

A quotation
over two lines


*code* stays


Snow * ice & a*b
"""


def test_the_words_stay_on_their_lines() -> None:
    assert words_of(Text("seeds/x.md", BODY, 4)) == Text("seeds/x.md", WORDS, 4)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("A `code over\ntwo lines` here", "A `code over\ntwo lines` here"),
        ("Heading\n=======\n\nText", "Heading\n\n\nText"),
        ("<b>Ada</b> & [Note]: closed", "<b>Ada</b> & [Note]: closed"),
        ("    indented", "indented"),
        ("***", ""),
        ("", ""),
    ],
)
def test_what_is_no_sign_stays(typed: str, seen: str) -> None:
    assert words_of(Text("seeds/x.md", typed)).content == seen


def test_a_plain_text_is_left_alone() -> None:
    text = Text("seeds/x.txt", BODY)
    assert words_of(text) is text


@given(texts)
def test_any_text_keeps_its_lines(text: str) -> None:
    read = words_of(Text("seeds/x.md", text))
    assert len(read.lines) == len(text.split("\n"))


def test_a_name_in_bold_is_found_on_its_line() -> None:
    found = derive(words_of(Text("seeds/x.md", BODY, 4)), Registers())
    names = {person.name: person for person in found.people}
    assert "Ada Fenwick" in names
    assert {mention.line for mention in names["Ada Fenwick"].mentions} == {6}
    assert found.title.value == "Harbour dredging to start"
