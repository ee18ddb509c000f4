"""Near-duplicates: found in any order, told in the right direction, never for texts that only share a notice."""

from __future__ import annotations

import itertools
import math
import random
from array import array
from typing import TYPE_CHECKING, Any

import pytest

from build_site.catalog import compared, duplicates
from build_site.catalog.compared import PATH, Compared, Duplicate, open_compared
from build_site.catalog.duplicates import (
    CONTAINED,
    MOST_PLACES,
    WINDOW,
    _Codes,
    _fingerprints,
    _hashes,
    _mask,
    _may_contain,
    near_duplicates,
)
from build_site.catalog.since import changed_since

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


NOTICE = story(99, 40)
BEFORE = (
    {f"a{number:02}": f"{story(number)} {NOTICE}" for number in range(MOST_PLACES + 5)}
    | {f"b{number:02}": f"{story(50)} copy{number} here" for number in range(MOST_PLACES + 5)}
    | {"c": story(60), "d": story(61), "e": story(60), "short": "Two words"}
)


def kept(root: Path, texts: dict[str, str]) -> tuple[Duplicate, ...]:
    """Compare texts with what is kept in an archive, and keep what was found."""
    known = open_compared(root)
    found = near_duplicates(texts, known)
    known.keep(root)
    return found


CHANGES: dict[str, tuple[dict[str, str], int]] = {
    "nothing": (BEFORE, 0),
    "an edit": (BEFORE | {"d": f"{story(61)} It rained."}, 1),
    "an edit of the first that has a notice": (BEFORE | {"a00": f"{story(70)} {NOTICE}"}, 2),
    "a text that comes": (BEFORE | {"aa": story(62)}, 1),
    "a text that goes": ({name: text for name, text in BEFORE.items() if name != "c"}, 0),
    "the first copy goes, and makes room": ({name: text for name, text in BEFORE.items() if name != "b00"}, 99),
    "a text that becomes a copy": (BEFORE | {"d": f"{story(60)} It rained."}, 3),
    "a copy that becomes another text": (BEFORE | {"e": story(63)}, 1),
    "a text under another name": ({"z" if name == "d" else name: text for name, text in BEFORE.items()}, 0),
    "a text that is cut": (BEFORE | {"d": "Two other words"}, 1),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_the_pairs_are_those_of_a_run_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    texts, most = CHANGES[what]
    once = kept(tmp_path / "one", BEFORE)
    assert once == near_duplicates(BEFORE) != ()
    read = []

    def noting(text: str, codes: _Codes) -> list[int]:
        read.append(text)
        return _hashes(text, codes)

    with monkeypatch.context() as patch:
        patch.setattr(duplicates, "_hashes", noting)
        found = kept(tmp_path / "one", texts)
    assert len(read) <= most, "texts that did not change were looked at"
    assert found == near_duplicates(texts) == kept(tmp_path / "other", texts)
    assert (tmp_path / "one" / PATH).read_bytes() == (tmp_path / "other" / PATH).read_bytes()


def test_after_any_edits_the_pairs_are_those_of_a_run_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts of few parts, some of which stand in more texts than are remembered and some in hardly any."""
    dice, ways = random.Random(7), set()  # noqa: S311 - the same edits each time

    def noting(known: Compared, *given: Any) -> frozenset[str] | None:  # noqa: ANN401 - passed on
        found = changed_since(known, *given)
        if known.before:
            ways.add(found is not None)
        return found

    monkeypatch.setattr(duplicates, "changed_since", noting)

    def text() -> str:
        parts = [int(60 * dice.random() ** 2) for _ in range(dice.randint(1, 4))]
        return " ".join([*(story(part, 60) for part in parts), f"number{dice.randint(0, 99)}"])

    texts = {f"t{number:02}": text() for number in range(70)}
    kept(tmp_path / "one", texts)
    for turn in range(20):
        name = f"t{dice.randint(0, 79):02}"
        texts = {key: value for key, value in texts.items() if key != name}
        texts |= {name: text()} if turn % 4 else {}
        assert kept(tmp_path / "one", texts) == near_duplicates(texts) == kept(tmp_path / str(turn), texts)
        assert (tmp_path / "one" / PATH).read_bytes() == (tmp_path / str(turn) / PATH).read_bytes()
    assert ways == {True, False}


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "altered": lambda data: data.replace(b",[", b"1,["),
    "no text": lambda _: b"\xff\x00\n\xff",
    "of another program": lambda data: data[:64][::-1] + data[64:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_to_what_is_kept_is_healed(tmp_path: Path, damage: str) -> None:
    kept(tmp_path, BEFORE)
    whole = (tmp_path / PATH).read_bytes()
    (tmp_path / PATH).write_bytes(DAMAGES[damage](whole))
    assert (tmp_path / PATH).read_bytes() != whole
    assert kept(tmp_path, BEFORE) == near_duplicates(BEFORE)
    assert (tmp_path / PATH).read_bytes() == whole


def test_another_program_compares_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, BEFORE)
    before = (tmp_path / PATH).read_bytes()
    monkeypatch.setattr(compared, "fingerprint", lambda: "0" * 64)
    assert kept(tmp_path, BEFORE) == near_duplicates(BEFORE)
    assert (tmp_path / PATH).read_bytes().partition(b"\n")[2] == before.partition(b"\n")[2]
    assert (tmp_path / PATH).read_bytes() != before
