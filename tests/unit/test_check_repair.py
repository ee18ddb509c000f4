"""What `check --fix` mends, and what it leaves alone. All examples are invented."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.contribute.calendar import as_edtf
from build_site.contribute.repair import repair_record, repair_space
from build_site.fields.record import read_record
from build_site.registers.lookup import Lookup
from build_site.registers.model import Person, Registers, Source, Topic
from build_site.seed.node import Mapping, compose
from tests.corpus.archive import dumped
from tests.corpus.generate import articles

PROJECT = Path(__file__).resolve().parents[2]
LOOKUP = Lookup(
    Registers(
        people={"ada-fenwick": Person("ada-fenwick", "Ada Fenwick", "Fenwick, Ada", aliases=("A. Fenwick",))},
        topics={"ports": Topic("ports", "Ports and shipping", aliases=("Harbours",))},
        sources={"tarn-post": Source("tarn-post", "The Tarn Post", aliases=("Tarn Post", "Post: Tarn"))},
    )
)
BEFORE = """# yaml-language-server: $schema=../schemas/record.schema.json
# Written by A. Keeper.

rights: CC0-1.0··
# seen on page 3
publshed: 2 April 2031
Title: "Pier to reopen"   # as printed
people: [A. Fenwick, Bo Marlow]
notes: |
  A line with spaces at its end··
  # no comment: a part of the note
summary: 'It says··
  what it says.'
source: Tarn Post
topics:
- Harbours
- ports
reviewed: {by: A. Keeper, on: 5.6.2031}
accessioned: 2031/4/20
# TODO: url: https://…


""".replace("·", " ")
AFTER = """# yaml-language-server: $schema=../schemas/record.schema.json
# Written by A. Keeper.

title: "Pier to reopen"   # as printed
source: The Tarn Post
# seen on page 3
published: 2031-04-02
topics:
- Ports and shipping
- ports
people: [Ada Fenwick, Bo Marlow]
summary: 'It says··
  what it says.'
rights: CC0-1.0
notes: |
  A line with spaces at its end··
  # no comment: a part of the note
accessioned: 2031-04-20
reviewed: {by: A. Keeper, on: 2031-06-05}
# TODO: url: https://…
""".replace("·", " ")
"""The points stand for spaces."""
RECORDS = [article.record for article in articles(20, 1)]


def test_a_record_is_mended() -> None:
    assert repair_record(BEFORE, LOOKUP) == AFTER
    assert repair_record(BEFORE.replace("\n", "\r\n"), LOOKUP) == AFTER


def test_twice_changes_nothing_the_second_time() -> None:
    assert repair_record(AFTER, LOOKUP) == AFTER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: Pier: to reopen  \n",
        "{rights: CC0-1.0, title: Pier}\n",
        "- title\n",
        "title: Pier\ntitl: Pier\n",
        "title: Pier\nrights: CC0-1.0\t\n",
        "published: 2/4/2031\n",
        "published: 30 Feb 2031\n",
        "published: about Easter\n",
        "source: the tarn post\n",
        "people: [Fenwick]\n",
        "title: &t Pier\n",
    ],
)
def test_what_is_not_safe_stays(text: str) -> None:
    assert repair_record(text, LOOKUP) == text


def test_a_name_keeps_its_quotes_where_it_needs_them() -> None:
    lookup = Lookup(Registers(sources={"post": Source("post", "Post: Tarn", aliases=("Tarn Post",))}))
    assert repair_record("source: Tarn Post\n", lookup) == "source: 'Post: Tarn'\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2 April 2031", "2031-04-02"),
        ("Wednesday, 2nd Apr. 2031", "2031-04-02"),
        ("April 2, 2031", "2031-04-02"),
        ("Sept 2031", "2031-09"),
        ("2031/4/2", "2031-04-02"),
        ("2031-4", "2031-04"),
        ("20310402", "2031-04-02"),
        ("2.4.2031", "2031-04-02"),
        ("13/4/2031", "2031-04-13"),
        ("4/13/2031", "2031-04-13"),
        ("2/4/2031", ""),
        ("2 Aprilis 2031", ""),
        ("2031", ""),
        ("in April 2031", ""),
    ],
)
def test_dates(written: str, meant: str) -> None:
    assert as_edtf(written) == meant


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_any_order_of_a_records_fields_says_the_same_afterwards(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    record = chance.choice(RECORDS)
    keys = chance.sample(list(record), len(record))
    text = dumped({key: record[key] for key in keys})
    made = repair_record(text, LOOKUP)
    assert repair_record(made, LOOKUP) == made
    before, after = compose(text, "x"), compose(made, "x")
    assert isinstance(before, Mapping)
    assert isinstance(after, Mapping)
    assert read_record(before) == read_record(after)


@given(st.text(st.sampled_from("ab: -#|>'\"\n\t []{}"), max_size=60))
def test_any_text_is_left_or_mended_once(text: str) -> None:
    made = repair_record(text, LOOKUP)
    assert repair_record(made, LOOKUP) == made
    spaced = repair_space(text)
    assert repair_space(spaced) == spaced


@pytest.mark.parametrize("path", sorted((PROJECT / "seeds").glob("*.yml")), ids=lambda path: path.name)
def test_the_shipped_records_need_no_mending(path: Path) -> None:
    assert repair_record(path.read_text("utf-8"), LOOKUP) == path.read_text("utf-8")
