"""The twins have the traps of the real texts and none of their words; awkward titles say what is left of them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

TWINS = ("yacht-fees", "hive-visits")
PRINTED_BY_A_WEB_PAGE = ("Share.", "Exit mobile version")


def runs_of_five_words(text: str) -> set[tuple[str, ...]]:
    for residue in PRINTED_BY_A_WEB_PAGE:
        text = text.replace(residue, "")
    words = re.findall(r"[\w’'.,]*\w", text.casefold())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_five_words_in_common_would_be_found() -> None:
    one, other = "He said the old pier was shut.", "They told us THE OLD PIER WAS SHUT today"
    assert runs_of_five_words(one) & runs_of_five_words(other) == {("the", "old", "pier", "was", "shut")}


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_has_no_five_words_in_common_with_the_real_texts(name: str, root: Path, seed_texts: Path) -> None:
    real = [path.read_text(encoding="utf-8") for path in sorted(seed_texts.glob("*.txt"))]
    assert len(real) == 2
    twin = (root / "tests/fixtures/twins" / f"{name}.txt").read_text(encoding="utf-8")
    assert set.union(*map(runs_of_five_words, real)) & runs_of_five_words(twin) == set()


@pytest.mark.parametrize(
    ("name", "stem"), [("yacht-fees", "000_5cb935b8835824dc"), ("hive-visits", "003_0fb0192a75d2d507")]
)
def test_a_twin_is_laid_out_as_the_real_text(name: str, stem: str, root: Path, seed_texts: Path) -> None:
    layouts = [
        [(line == "", line[-1:] == "\u00a0", line[:1] in "“‘", line in PRINTED_BY_A_WEB_PAGE) for line in lines]
        for lines in (
            (folder / f"{file}.txt").read_bytes().decode("utf-8").split("\n")
            for folder, file in ((root / "tests/fixtures/twins", name), (seed_texts, stem))
        )
    ]
    assert layouts[0] == layouts[1]


@pytest.mark.parametrize("name", TWINS)
def test_what_is_expected_of_a_twin_stands_in_it(name: str, root: Path) -> None:
    folder = root / "tests/fixtures/twins"
    lines = (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    expected = yaml.safe_load((folder / f"{name}.expected.yml").read_text(encoding="utf-8"))
    residue = {entry["line"] for entry in expected["residue"]}
    for person in expected["people"]:
        forms = re.compile(r"\b(" + "|".join(map(re.escape, person["forms"])) + r")\b")
        at = [number for number, line in enumerate(lines, 1) if number not in residue and forms.search(line)]
        assert at == person["lines"], person["name"]
    assert [entry for entry in expected["credits"] if entry["name"] not in lines[entry["line"] - 1]] == []


def test_awkward_titles_say_what_is_left_of_them(root: Path) -> None:
    titles = yaml.safe_load((root / "tests/fixtures/awkward_titles.yml").read_text(encoding="utf-8"))
    assert len({entry["title"] for entry in titles}) == len(titles) >= 35
    for entry in titles:
        composed = unicodedata.normalize("NFC", entry["title"])
        plain = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", composed).strip(" ")
        assert entry.get("plain", entry["title"]) == plain
        assert ("plain" in entry) == (plain != entry["title"])
