"""Near-duplicates: found in any order, told in the right direction, never for texts that only share a notice."""

from __future__ import annotations

import itertools
import math
from array import array

from build_site.catalog.duplicates import (
    CONTAINED,
    MOST_PLACES,
    WINDOW,
    Duplicate,
    _fingerprints,
    _mask,
    _may_contain,
    near_duplicates,
)

WORDS = [
    f"{start}{end}"
    for start in ["bell", "rope", "tower", "crane", "quay", "ferry"]
    for end in ["a", "e", "i", "o", "u", "er", "on", "et"]
]


def story(seed: int, length: int = 200) -> str:
    """Make a text of invented words; texts of different seeds share no wording to speak of."""
    state, words = seed * 2 + 1, []
    for _ in range(length):
        state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        words.append(WORDS[(state >> 33) % len(WORDS)])
    return " ".join(words)


def pairs(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Return the ids of the pairs."""
    return [(pair.id, pair.other) for pair in near_duplicates(texts)]


def test_different_texts_are_no_duplicates() -> None:
    assert near_duplicates({f"a{number}": story(number) for number in range(40)}) == ()


def test_a_copy_is_contained_both_ways() -> None:
    assert near_duplicates({"a": story(1), "b": story(1)}) == (Duplicate("b", "a", 1.0, 1.0),)


def test_case_punctuation_and_lines_do_not_matter() -> None:
    changed = story(1).upper().replace(" ", ",\n")
    assert near_duplicates({"a": story(1), "b": changed}) == (Duplicate("b", "a", 1.0, 1.0),)


def test_a_shortened_text_is_contained_in_the_longer_one() -> None:
    short = " ".join(story(1).split()[:110])
    (pair,) = near_duplicates({"a": short, "b": story(1)})
    assert (pair.id, pair.other, pair.containment) == ("a", "b", 1.0)
    assert 0.5 < pair.reverse < 0.6


def test_a_new_lead_does_not_hide_a_wire_story() -> None:
    rewritten = story(2, 40) + " " + " ".join(story(1).split()[40:])
    (pair,) = near_duplicates({"a": story(1), "b": rewritten})
    assert CONTAINED < pair.containment < 1


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = {"c": story(3), "a": story(1), "b": story(1) + " " + story(4, 20), "d": story(3)}
    backwards = dict(reversed(texts.items()))
    assert near_duplicates(texts) == near_duplicates(backwards)
    assert pairs(texts) == [("a", "b"), ("d", "c")]


def test_a_notice_in_every_text_makes_no_pairs() -> None:
    notice = story(99, 30)
    assert near_duplicates({f"a{number}": f"{story(number)} {notice}" for number in range(60)}) == ()


def test_short_texts_are_not_compared() -> None:
    assert near_duplicates({"a": story(1, 30), "b": story(1, 30), "c": "", "d": ""}) == ()


def test_of_many_copies_each_is_paired() -> None:
    count = MOST_PLACES + 15
    found = pairs({f"a{number:02}": f"{story(1)} copy{number} here" for number in range(count)})
    assert {name for pair in found for name in pair} == {f"a{number:02}" for number in range(count)}
    assert len(found) <= count * MOST_PLACES


def test_a_fingerprint_is_the_smallest_of_each_window() -> None:
    for hashes in (
        [n * 7919 % 1009 for n in range(300)],
        list(range(60)),
        list(range(60, 0, -1)),
        [*range(50), *[3] * 40],
    ):
        windows = (hashes[start : start + WINDOW] for start in range(len(hashes) - WINDOW + 1))
        assert _fingerprints(hashes) == frozenset(map(min, windows))


def test_bits_never_hide_a_pair() -> None:
    numbers = [n * 0x9E3779B97F4A7C15 % (1 << 64) for n in range(9000)]
    for size, share in itertools.product((40, 300, 6000), (CONTAINED, 0.7, 1.0)):
        common = math.ceil(size * share)
        first, second = array("Q", numbers[:size]), array("Q", numbers[size - common : 2 * size - common])
        assert _may_contain(first, second, _mask(first), _mask(second))
