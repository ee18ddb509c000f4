"""Residue and credits: where they stand, and that nothing a text holds can break or stall them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_site.derive.credits import find_credits
from build_site.derive.lines import running_lines
from build_site.derive.model import ResidueKind
from build_site.derive.residue import find_residue
from build_site.seed.text import Text

PIECES = (
    "The bell rang on Sunday.",
    "the rope was replaced by the harbour master and her two sons on Monday morning",
    "By Ada Fenwick",
    "Ada Fenwick",
    "– Bo Lund/Coastwire",
    "(Photo by Bo Lund",
    "(Reporting by ",
    "NORTHPORT, May 3 (Coastwire) - ",
    "Published 3 May 2031",
    "Share.",
    "/ For The Courier",
    "©",
    " ",
    "“",
    "’s",
    "…",
    "\u00a0",
    "é",
)
texts = st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join), max_size=12).map("\n".join)


@given(texts)
def test_spans_lie_in_their_lines(content: str) -> None:
    text = Text("seeds/x.txt", content, first_line=5)
    for piece in find_residue(text):
        assert 0 <= piece.start < piece.end <= len(text.lines[piece.line - 5])
        assert piece.repeats != piece.line
    for credit in find_credits(text):
        assert text.lines[credit.line - 5][credit.start : credit.end] == credit.name


@given(texts)
def test_running_text_and_residue_make_up_the_text(content: str) -> None:
    text = Text("seeds/x.txt", content)
    residue = find_residue(text)
    running = {line.number: line.content for line in running_lines(text, residue)}
    for number, line in enumerate(text.lines, 1):
        hidden = {at for piece in residue if piece.line == number for at in range(piece.start, piece.end)}
        kept = "".join(" " if at in hidden else sign for at, sign in enumerate(line))
        assert running.get(number, "").strip() == kept.strip()


@given(st.text(max_size=300))
def test_any_text_is_read(content: str) -> None:
    text = Text("seeds/x.txt", content)
    assert len(find_residue(text)) <= len(text.lines)
    assert all(credit.role in {"picture", "text"} for credit in find_credits(text))


def test_lines_are_those_of_the_file() -> None:
    text = Text("seeds/x.md", "The bell rang.\n\nShare.", first_line=9)
    assert [piece.line for piece in find_residue(text)] == [11]


def test_a_dateline_ends_behind_its_dash() -> None:
    line = "NORTHPORT (Coastwire) — The bell of the town hall rang again."
    (piece,) = find_residue(Text("seeds/x.txt", line))
    assert piece.kind is ResidueKind.DATELINE
    assert line[: piece.end] == "NORTHPORT (Coastwire) —"


def test_an_agency_tail_begins_with_its_bracket() -> None:
    line = "The bell rang again. (Reporting by Ada Fenwick; editing by Bo Lund)"
    (piece,) = find_residue(Text("seeds/x.txt", line))
    assert piece.kind is ResidueKind.AGENCY_TAIL
    assert line[piece.start : piece.end] == "(Reporting by Ada Fenwick; editing by Bo Lund)"


def test_a_copy_of_a_copy_leads_to_a_line_that_stays() -> None:
    paragraph = "The harbour master said that the bell would be rung every day at noon until the rope breaks."
    residue = find_residue(Text("seeds/x.txt", "\n".join([paragraph, paragraph, paragraph, paragraph[:-12]])))
    assert {piece.line: piece.repeats for piece in residue} == {2: 1, 3: 1, 4: 1}


def test_hostile_lines_end() -> None:
    # Each would take hours if a pattern tried every way to split the line, or if pairs of lines were compared.
    for piece in (
        "A ",
        "– ",
        "( ",
        "By A ",
        "Reporting by ",
        "(Reporting by A; ",
        "Photo by A/",
        "1 May 2031 ",
        ". A/",
    ):
        text = Text("seeds/x.txt", piece * (150_000 // len(piece)))
        assert len(find_residue(text)) <= 1
    lines = [f"the board said on {number} tuesdays that it would ring the bell of the hall" for number in range(5000)]
    assert len(find_residue(Text("seeds/x.txt", "\n".join(lines)))) < len(lines)
