"""Title, source, dates and language: evidence, unknown values, and texts that hold nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.derive import derive
from build_site.derive.dates import derive_not_before, derive_published
from build_site.derive.language import derive_language
from build_site.derive.lines import content_lines
from build_site.derive.outlets import find_outlets
from build_site.derive.residue import find_residue
from build_site.derive.shortening import LONGEST_WHOLE
from build_site.derive.source import derive_source
from build_site.derive.title import derive_title, first_sentence
from build_site.derive.years import is_past, years_in
from build_site.registers.model import Registers, Source, Topic
from build_site.seed.text import Text

COURIER = Source(
    "courier", "The Courier", aliases=("Northport Courier", "Courier on Sunday"), domains=("courier.example",)
)
ECHO = Source("echo", "Lindale Echo")
BELLS = Topic("bells", "Bells", words=((5, "bell*"), (1, "a b")))
REGISTERS = Registers(sources={"courier": COURIER, "echo": ECHO}, topics={"bells": BELLS})


def text(content: str) -> Text:
    """Make a text that begins on line 4 of its file."""
    return Text("seeds/x.md", content, first_line=4)


def title(content: str) -> str:
    """Return the derived title."""
    return derive_title(text(content), find_residue(text(content)), REGISTERS).value


@pytest.mark.parametrize("content", ["", "\n\n", " \n\t\n"])
def test_an_empty_text_has_nothing(content: str) -> None:
    empty = text(content)
    published = derive_published(empty, ())
    assert title(content) == ""
    assert derive_source(empty, REGISTERS).value == ""
    assert published.value == ""
    assert derive_not_before(empty, published, REGISTERS).value == 0
    assert derive_language(empty).value == ""


@given(st.text(alphabet=st.sampled_from("aB .,!?“”‘’'…-–\n"), min_size=1, max_size=400))
def test_a_title_is_never_empty_nor_long(content: str) -> None:
    derived = title(content)
    assert bool(derived) == bool(content.strip())
    assert "\n" not in derived
    assert len(derived) <= LONGEST_WHOLE + 10


def test_a_text_of_residue_only_has_its_first_line_as_title() -> None:
    assert title("Share.\nExit mobile version") == "Share"


def test_titles_say_where_they_come_from() -> None:
    headline = derive_title(text("Bell rings\nThe bell of the hall rang."), (), REGISTERS)
    lead = derive_title(text("The bell of the hall rang. It was loud."), (), REGISTERS)
    assert [(trace.line, trace.rule) for trace in headline.evidence] == [(4, "headline")]
    assert [(trace.line, trace.rule, trace.quote) for trace in lead.evidence] == [
        (4, "lead sentence", "The bell of the hall rang.")
    ]
    assert headline.score > lead.score


def test_initials_do_not_end_a_sentence() -> None:
    assert first_sentence("Ada J. Fenwick rang. Then she left.") == "Ada J. Fenwick rang."
    assert first_sentence("“Who rang?” asked Bo Lund. Nobody.") == "“Who rang?” asked Bo Lund."


def test_a_source_names_its_traces() -> None:
    derived = derive_source(text("The bell rang.\nThe Courier can reveal why.\nShe told the Courier so."), REGISTERS)
    assert derived.value == "courier"
    assert [(trace.line, trace.rule) for trace in derived.evidence] == [(5, "self-reference"), (6, "told")]
    assert derived.score == 4


def test_told_counts_once_however_often() -> None:
    many = "She told the Courier so.\n" * 40
    assert derive_source(text(many), REGISTERS).value == ""
    assert derive_source(text(f"{many}The Lindale Echo can reveal why."), REGISTERS).value == "echo"


def outlets(content: str) -> list[tuple[str, str, bool]]:
    """Return words, outlet and whether the name stands alone."""
    line = content_lines(text(content))
    return [(content[one.start : one.end], one.outlet, one.alone) for one in find_outlets(line, REGISTERS.sources)]


def test_outlets_in_their_forms() -> None:
    assert outlets("the Courier, The Courier’s and the Northport Courier") == [
        ("Courier", "courier", True),
        ("Courier", "courier", True),
        ("Northport Courier", "courier", True),
    ]


def test_common_words_are_no_outlets() -> None:
    assert outlets("A courier came. Courier work is hard. The Couriers met. Lindale Echoes.") == []


def test_a_longer_name_is_not_the_outlet() -> None:
    assert outlets("the Courier Cup; the Old Northport Courier") == [
        ("Courier", "courier", False),
        ("Northport Courier", "courier", False),
    ]


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("It closed in 2012.", [2012]),
        ("It has been shut since 2012.", [2012]),
        ("Founded in 1874, it rings still.", [1874]),
        ("It will close in 2042.", []),
        ("It is to be opened in 2042.", []),
        ("By 2042 it had to be sold.", []),
        ("Some 2012 people came.", []),
        ("It cost £2012, 2,012 times as much, or 2012%.", []),
        ("In 2012 people were kinder.", []),
        ("The 2010–2014 council sat here; the mayor (1931–2014) rang.", [2014]),
        ("He said the contract ends in 2042.", []),
    ],
)
def test_past_years(line: str, years: list[int]) -> None:
    assert [year for year, start, end in years_in(line) if is_past(line, start, end)] == years


def test_a_published_date_says_where_it_stands() -> None:
    stated = text("Bell rings\nPublished: 3 May 2031 10:04 BST\nThe bell rang.")
    derived = derive_published(stated, find_residue(stated))
    assert (derived.value, [(trace.line, trace.quote) for trace in derived.evidence]) == (
        "2031-05-03",
        [(5, "3 May 2031")],
    )


def test_two_dates_leave_the_day_unknown() -> None:
    stated = text("3 May 2031\n4 May 2031\nThe bell of the hall rang.")
    assert derive_published(stated, find_residue(stated)).value == ""


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(content: str) -> None:
    derived = derive_language(text(content))
    assert bool(derived.value) == bool(derived.evidence)


@given(st.text(max_size=200))
def test_any_text_is_described(content: str) -> None:
    described = derive(text(content), REGISTERS)
    last = 3 + len(content.split("\n"))
    for field in (described.title, described.source, described.published, described.not_before, described.language):
        assert all(4 <= trace.line <= last for trace in field.evidence)
    assert derive(text(content), REGISTERS) == described


def test_two_languages_in_equal_parts_are_none() -> None:
    mixed = (
        "The bell of the town hall was rung on Sunday and it was heard in the next village. "
        "La cloche de la mairie a sonné dimanche et les gens du village ne la trouvent pas dans la tour."
    )
    assert derive_language(text(mixed)).value == ""
