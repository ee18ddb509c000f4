"""The parts of references: names, dates, quotation marks. Everything in them is invented."""

from __future__ import annotations

from typing import Any

import pytest

from build_site.cite.bibtex import bibtex
from build_site.cite.csl import issued
from build_site.cite.model import inner_quotes
from build_site.cite.names import author, authors, inverted
from build_site.cite.wikipedia import cite_news
from build_site.fields.edtf import parse


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2031-04-02", "2 April 2031"),
        ("2031-22", "Summer 2031"),
        ("2031-04-02~", "c. 2031"),
        ("2031-22?", "c. 2031"),
        ("203X", "2030–2039"),
        ("2031-04-02/2031-04-05", "2–5 April 2031"),
        ("2031-03-30/2031-04-02", "30 March – 2 April 2031"),
        ("2031-12-31/2032-01-02", "31 December 2031 – 2 January 2032"),
    ],
)
def test_the_template_of_wikipedia_gets_dates_that_it_takes(edtf: str, written: str) -> None:
    date = parse(edtf)
    item = {"title": "T", "archive": "A", "issued": issued(date), "custom": {"issued-in-words": date.words}}
    assert cite_news(item) == f"{{{{cite news |title=T |date={written} |via=A}}}}"


def test_bibtex_gets_the_month_as_its_own_word() -> None:
    item = {"id": "a", "title": "T", "archive": "A", "archive_location": "a", "custom": {}}
    assert "  month = apr,\n" in bibtex([{**item, "issued": {"date-parts": [[2031, 4, 2]]}}])


@pytest.mark.parametrize(
    ("title", "written"),
    [("“Now” or never", "‘Now’ or never"), ("„Jetzt“ oder nie", "„Jetzt“ oder nie"), ("Now or never", "Now or never")],
)
def test_quotation_marks_within_others_are_single(title: str, written: str) -> None:
    assert inner_quotes(title) == written


@pytest.mark.parametrize(
    ("edtf", "csl"),
    [
        ("2031-04-02", {"date-parts": [[2031, 4, 2]]}),
        ("2031-04", {"date-parts": [[2031, 4]]}),
        ("2031", {"date-parts": [[2031]]}),
        ("2031-04-02?", {"date-parts": [[2031, 4, 2]], "circa": True}),
        ("2031~", {"date-parts": [[2031]], "circa": True}),
        ("2031-22", {"date-parts": [[2031]], "season": 2}),
        ("203X", {"date-parts": [[2030], [2039]]}),
        ("2031-04-02/2031-04-05", {"date-parts": [[2031, 4, 2], [2031, 4, 5]]}),
        ("2031-04/..", {"literal": "April 2031 or later"}),
    ],
)
def test_dates_are_written_as_csl_knows_them(edtf: str, csl: dict[str, Any]) -> None:
    assert issued(parse(edtf)) == csl


@pytest.mark.parametrize(
    ("byline", "parts"),
    [
        ("Ada Fenwick", {"given": "Ada", "family": "Fenwick"}),
        ("Ada May Fenwick", {"given": "Ada May", "family": "Fenwick"}),
        ("Jan van der Berg", {"given": "Jan", "family": "van der Berg"}),
        ("Tom Quill Jr.", {"given": "Tom", "family": "Quill", "suffix": "Jr."}),
        ("Zoë Ó’Sé-Łuk", {"given": "Zoë", "family": "Ó’Sé-Łuk"}),
        ("Our Foreign Staff", {"literal": "Our Foreign Staff"}),
        ("Fenwick", {"literal": "Fenwick"}),
        ("港 太郎", {"literal": "港 太郎"}),
        ("Ada Fenwick, in Northport", {"literal": "Ada Fenwick, in Northport"}),
        ("de la", {"literal": "de la"}),
        ("Dr Ada Fenwick OBE", {"given": "Ada", "family": "Fenwick"}),
        ("Dr", {"literal": "Dr"}),
        ("Northport Harbour Board", {"literal": "Northport Harbour Board"}),
        ("Lord Fenwick of Tarn", {"literal": "Lord Fenwick of Tarn"}),
    ],
)
def test_only_what_looks_like_a_name_is_taken_apart(byline: str, parts: dict[str, str]) -> None:
    assert author(byline) == parts


@pytest.mark.parametrize(
    ("byline", "written"),
    [
        ("Ada Fenwick and Tom Quill", ["Fenwick, Ada", "Quill, Tom"]),
        ("Ada Fenwick, Tom Quill & Jan van der Berg", ["Fenwick, Ada", "Quill, Tom", "van der Berg, Jan"]),
        ("Ada Fenwick, and Tom Quill", ["Fenwick, Ada", "Quill, Tom"]),
        ("Ada Fenwick, Harbour Correspondent", ["Ada Fenwick, Harbour Correspondent"]),
        ("Fenwick and Quill", ["Fenwick and Quill"]),
        ("Ada Fenwick and the news desk", ["Ada Fenwick and the news desk"]),
        ("Ada Fenwick", ["Fenwick, Ada"]),
    ],
)
def test_a_by_line_of_several_names_is_several_authors(byline: str, written: list[str]) -> None:
    assert [inverted(name) for name in authors(byline)] == written
