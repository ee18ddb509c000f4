"""Long sentences made short: what is kept is the sentence's own words, and whose claim it is stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.derive.shortening import LONGEST, LONGEST_WHOLE, shortened

CLAIM = (
    "A churchwarden sold the bell of the town hall to a scrap dealer from Thorpe after letting it fall from the tower"
)
LONG = f"{CLAIM} during the thunderstorm"
WORDS = st.sampled_from(
    [
        "bell",
        "has",
        "rung,",
        "after",
        "the",
        "'loud",
        "“noise”",
        "in",
        "town",
        "–",
        "said",
        "which",
        "not",
        "if",
        "(two",
    ]
)


@given(st.lists(WORDS, max_size=90).map(" ".join))
def test_what_is_kept_are_the_sentences_own_words(sentence: str) -> None:
    title = shortened(sentence)
    assert len(title) <= LONGEST_WHOLE + 10
    assert title.partition(" …")[0] in sentence
    assert len(sentence) > LONGEST or title == sentence


@pytest.mark.parametrize(
    "author",
    [
        "Northport Crown Court has been told",
        "an inquest heard on Tuesday",
        "according to a report",
        "it is alleged",
        "says a committee of ringers",
        "two of the oldest ringers in the county of Northport and its neighbours have claimed",
        "Ada Fenwick, 40, a ringer, has claimed",
        "the Northport Courier understands",
    ],
)
def test_the_author_of_a_claim_stays(author: str) -> None:
    assert shortened(f"{LONG}, {author}").endswith(f", {author}")
    assert author in shortened(f"{CLAIM}, {author}, on a Sunday that nobody in the town of Northport has forgotten")


def test_the_author_of_a_claim_stays_without_a_comma() -> None:
    assert shortened(f"{LONG} according to a report").endswith(", according to a report")
    assert shortened(f"{LONG} a court heard").endswith("thunderstorm a court heard")


@pytest.mark.parametrize(
    "turn",
    [
        "but he denies it",
        "before he was cleared",
        "unless a new tower is built",
        "but the case against him was dropped",
    ],
)
def test_what_turns_a_sentence_round_stays(turn: str) -> None:
    assert shortened(f"{LONG} {turn}") == f"{LONG} {turn}"


def test_a_sentence_without_end_is_cut() -> None:
    assert shortened("bell " * 50_000) == "bell " * 27 + "…"
