"""Citations from templates are what the processor itself writes. All names and titles are invented."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.cite.csl import csl_item, for_text
from build_site.cite.processor import process
from build_site.cite.styles import STYLES, Style
from build_site.cite.templates import Reference, fill, title_case
from build_site.web import Settings
from tests.outputs import NAMES, SETTINGS, catalog
from tools.make_citation_templates import OUT, made

EACH = pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
ITEM: dict[str, Any] = {
    "id": "a",
    "type": "article-newspaper",
    "title": "Harbour dredging to start in May",
    "container-title": "The Northport Courier",
    "author": [{"given": "Ada May", "family": "Fenwick"}],
    "issued": {"date-parts": [[2031, 4, 2]]},
    "URL": "https://example.org/x",
    "archive": "Press Archive",
    "archive_location": "a",
    "language": "en-GB",
}
# What styles, seams and the reading of CSL-JSON make something of, and what they should leave alone.
WORDS = (
    "a",
    "of",
    "The",
    "harbour",
    "eBay",
    "U.S.",
    "“Quay”",
    "‘it’",
    "No. 4",
    "Why?",
    "Oh!",
    "and:",
    "x,",
    "…",
    "{a}",
)
PIECES = st.sampled_from(
    (*WORDS, "<i>", '<span class="nocase">b</span>', "«ß»", "ﬁre", "ǆ", "Ἀθῆναι", "—", ".", "-", "_")
)
TITLES = st.lists(PIECES, min_size=1, max_size=6).map(" ".join)
GIVEN = st.sampled_from(("Ada", "Ada May", "A.", "J.-P.", "Jean-Paul", "Ada de", "Zoë Ó.", "T. S.", "-", "van"))
FAMILY = st.sampled_from(("Fenwick", "van der Berg", "O’Neil", "Sr.", "Quill,", "de la Cruz-Ray"))
PEOPLE = st.fixed_dictionaries({"given": GIVEN, "family": FAMILY}, optional={"suffix": st.sampled_from(("Jr.", "III"))})
AUTHORS = st.lists(st.one_of(PEOPLE, st.fixed_dictionaries({"literal": TITLES})), min_size=1, max_size=5)
DAYS = st.tuples(st.integers(900, 2100), st.integers(1, 12), st.integers(1, 28))
DATES = st.one_of(
    st.builds(lambda day, size: {"date-parts": [list(day[:size])]}, DAYS, st.integers(1, 3)),
    st.builds(lambda day, season: {"date-parts": [[day[0]]], "season": season}, DAYS, st.integers(1, 4)),
    st.builds(lambda first, last: {"date-parts": [list(first), list(last)]}, DAYS, DAYS),
    st.just({"literal": "April 2031 or later"}),
)
ITEMS = st.fixed_dictionaries(
    {
        "title": TITLES,
        "archive": st.sampled_from(("Press Archive", "An archive of Co.", "Why?")),
        "archive_location": st.sampled_from(("a", "2031-04-02-quay", "x-")),
    },
    optional={
        "container-title": TITLES,
        "author": AUTHORS,
        "issued": st.builds(lambda date, circa: {**date, **({"circa": True} if circa else {})}, DATES, st.booleans()),
        "URL": st.sampled_from(("https://example.org/x", "https://example.org/x.", "https://example.org/?")),
        "language": st.sampled_from(("en", "en-GB", "cy", "fr")),
    },
)


@pytest.mark.slow
def test_the_templates_are_what_the_processor_makes_of_the_styles() -> None:
    assert made() == OUT.read_text("utf-8"), "run: python -m tools.make_citation_templates"


@EACH
@pytest.mark.parametrize("name", NAMES)
def test_references_of_a_catalog_are_filled_as_the_processor_writes_them(name: str, style: Style) -> None:
    articles = catalog(name).articles[:: 10 if name == "demonstration" else 1]
    for item in (for_text(csl_item(article, SETTINGS)) for article in articles):
        assert fill(Reference.of(item), style) in (None, process(item, style))


@EACH
@pytest.mark.parametrize("settings", [SETTINGS, Settings("An archive that is nowhere on the web")], ids=["web", "disk"])
def test_nearly_every_reference_has_a_template(style: Style, settings: Settings) -> None:
    items = [for_text(csl_item(article, settings)) for article in catalog("demonstration").articles]
    assert sum(fill(Reference.of(item), style) is None for item in items) < len(items) / 20


@EACH
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", 'The <span class="nocase">iQuay</span> opens'),
        ("title", ". . . and then there were none"),
        ("author", [{"given": "Ada de", "family": "Fenwick"}]),
        ("author", [{"literal": "A"}, {"literal": "B"}, {"literal": "C"}, {"literal": "D"}]),
        ("issued", {"date-parts": [[2031, 4, 2], [2031, 4, 5]]}),
        ("issued", {"date-parts": [[874]]}),
        ("volume", "4"),
    ],
)
def test_what_no_template_can_say_is_left_to_the_processor(style: Style, name: str, value: object) -> None:
    assert fill(Reference.of(ITEM), style) == process(ITEM, style)
    assert fill(Reference.of({**ITEM, name: value}), style) is None


@EACH
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_stands_as_the_processor_writes_it(style: Style, month: int) -> None:
    for parts in ([2031, month], [2031, month, 1], [2031, month, 28]):
        item = {**ITEM, "issued": {"date-parts": [parts]}}
        assert fill(Reference.of(item), style) == process(item, style)


def test_titles_get_english_capitals() -> None:
    assert title_case("the quay: a history of  eBay and the sea") == "The Quay: A History of eBay and the Sea"


@pytest.mark.slow
@EACH
@given(item=ITEMS)
def test_whatever_is_filled_is_what_the_processor_writes(style: Style, item: dict[str, Any]) -> None:
    item = {"id": "a", "type": "article-newspaper", **item}
    assert fill(Reference.of(item), style) in (None, process(item, style))
