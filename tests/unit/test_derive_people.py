"""People mentioned: what the golden blocks do not show, on texts of invented people."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.derive.credits import find_credits
from build_site.derive.model import Credit, DerivedPerson, Residue, ResidueKind, Status
from build_site.derive.people import derive_people
from build_site.derive.people.weights import FEATURES
from build_site.derive.residue import find_residue
from build_site.derive.wordlists import parse, words
from build_site.derive.wordlists.folding import fold
from build_site.registers.model import Person, Registers
from build_site.seed.text import Text
from tests.golden.scoring import Tally, score

SEEDS = os.environ.get("SEED_TEXTS", "")
PIECES = re.findall(
    r"\S+",
    """Ada Fenwick Al al- de van Bin Mr Sir Dame Girl Witness A B. J. I May June London Sri Lanka Hall Park King St
    Council the The said who victim child year-old 14 ( ) , . & ' “ ” – 's KC Jr Monday Nigerian Ji-min O’Carra victim,
    named as a an of and in was President minister Queen UN""",
)
SENTENCE = "The harbour master, Élodie O’Carra, spoke to Bram van der Lúa. Ms O’Carra laughed."
EXPECTED = {
    "000_5cb935b8835824dc.txt": {
        "Suella Braverman": {"Suella Braverman"},
        "Qari Abdul Rauf": {"Qari Abdul Rauf", "Rauf"},
        "Theresa May": {"Theresa May"},
        "Chris Philp": {"Chris Philp", "Mr Philp"},
        "Rishi Sunak": {"Rishi Sunak"},
        "Keir Starmer": {"Sir Keir Starmer", "Sir Keir"},
    },
    "003_0fb0192a75d2d507.txt": {
        "Jasvinder Sanghera": {"Dame Jasvinder Sanghera", "Dame Jasvinder", "Jasvinder"},
        "Keir Starmer": {"Sir Keir Starmer"},
        "Alexis Jay": {"Professor Alexis Jay"},
        "Simon Morton": {"Simon Morton"},
    },
}
"""What a careful reader finds in the two texts as received: names and their forms."""


def derive(
    content: str, registers: Registers | None = None, residue: tuple[Residue, ...] = (), first_line: int = 1
) -> tuple[DerivedPerson, ...]:
    return derive_people(Text("seeds/x.txt", content, first_line), residue, (), registers or Registers())


def names(content: str, registers: Registers | None = None) -> list[str]:
    return [person.name for person in derive(content, registers) if person.status is Status.LISTED]


def register(*people: Person, not_people: tuple[str, ...] = ()) -> Registers:
    return Registers(people={person.id: person for person in people}, not_people=not_people)


@pytest.mark.skipif(not SEEDS, reason="SEED_TEXTS names no folder with the two texts as received")
@pytest.mark.parametrize("file", EXPECTED)
def test_the_two_texts_as_received(file: str) -> None:
    text = Text(file, (Path(SEEDS) / file).read_text("utf-8"))
    people = derive_people(text, find_residue(text), find_credits(text), Registers())
    assert {person.name: set(person.forms) for person in people} == EXPECTED[file]
    assert {person.status for person in people} == {Status.LISTED}
    assert [person.ambiguous for person in people] == [()] * len(people)


def test_mentions_say_where_each_form_stands() -> None:
    content = "\nOn Friday Ada Fenwick spoke.\nMs Fenwick’s boat was late."
    (person,) = derive(content, first_line=7)
    assert [(one.line, one.form) for one in person.mentions] == [(8, "Ada Fenwick"), (9, "Ms Fenwick")]
    lines = content.split("\n")
    assert [lines[one.line - 7][one.start : one.end] for one in person.mentions] == ["Ada Fenwick", "Ms Fenwick"]


def test_a_name_is_found_in_both_shapes_of_the_apostrophe() -> None:
    assert names(SENTENCE) == ["Élodie O’Carra", "Bram van der Lúa"]
    assert names(SENTENCE.replace("’", "'")) == ["Élodie O'Carra", "Bram van der Lúa"]


@pytest.mark.parametrize("hyphen", ["-", "‐", "‑"])
def test_a_name_is_found_in_every_shape_of_the_hyphen(hyphen: str) -> None:
    content = f"Ada Lund{hyphen}Rudge said so. Later Ada Lund-Rudge sang, and Ms Lund{hyphen}Rudge danced."
    (person,) = derive(content)
    assert person.name == f"Ada Lund{hyphen}Rudge"
    assert len(person.mentions) == 3


def test_decomposed_letters_give_the_same_people() -> None:
    decomposed = unicodedata.normalize("NFD", SENTENCE)
    assert decomposed != SENTENCE
    assert derive(decomposed) == derive(SENTENCE)


def test_a_name_without_accents_is_the_same_person() -> None:
    (person,) = derive("Élodie Marchetaux sang. The prize went to Elodie Marchetaux.")
    assert person.forms == ("Elodie Marchetaux", "Élodie Marchetaux")


def test_the_register_makes_a_name_known() -> None:
    content = "The hall in Quillon was full. Quillon Abbot Vale was late."
    known = register(Person("vale", "Quillon Abbot Vale", "Vale, Quillon Abbot"))
    assert "Quillon Abbot Vale" not in names("He asked about the Quillon Abbot Vale of the market.")
    assert names(content, known) == ["Quillon Abbot Vale"]


def test_an_alias_of_one_word_is_listed() -> None:
    known = register(Person("lund", "Karl Ivar Lund", "Lund, Karl Ivar", aliases=("Ivy",)))
    content = "Ivy said the queue began at six."
    assert names(content) == []
    assert names(content, known) == ["Ivy"]


def test_an_alias_joins_two_names() -> None:
    known = register(Person("lund", "Karl Ivar Lund", "Lund, Karl Ivar", aliases=("Carlo Lunden",)))
    (person,) = derive("Karl Ivar Lund spoke. “Carlo Lunden sang,” said the cook.", known)
    assert person.forms == ("Carlo Lunden", "Karl Ivar Lund")


def test_what_is_no_person_is_never_listed() -> None:
    content = "Captain Ada Fenwick, who is a biscuit, was sold out. Tom Rudge ate two."
    assert names(content) == ["Ada Fenwick", "Tom Rudge"]
    assert names(content, register(not_people=("ada FENWICK",))) == ["Tom Rudge"]
    assert names(content, register(not_people=("Captain Ada Fenwick",))) == ["Tom Rudge"]


@pytest.mark.parametrize("kind", [kind for kind in ResidueKind if "caption" not in kind and "repeated" not in kind])
def test_residue_mentions_nobody(kind: ResidueKind) -> None:
    content = "Ada Fenwick sang.\nHal Jessop and Ada Fenwick"
    (person,) = derive(content, residue=(Residue(2, kind, 0, len("Hal Jessop and Ada Fenwick")),))
    assert (person.name, len(person.mentions)) == ("Ada Fenwick", 1)


def test_a_caption_mentions_people_and_a_bare_name_below_a_picture_supports_one() -> None:
    content = "The market opened.\nAda Fenwick opens the market\nAda Fenwick\nTom Rudge"
    residue = (
        Residue(2, ResidueKind.CAPTION),
        Residue(3, ResidueKind.CAPTION_NAME),
        Residue(4, ResidueKind.CAPTION_NAME),
    )
    (person,) = derive(content, residue=residue)
    assert [(one.line, one.form) for one in person.mentions] == [(2, "Ada Fenwick"), (3, "Ada Fenwick")]


def test_a_credited_name_is_masked_where_it_is_credited() -> None:
    content = "Ada Fenwick opened the market. Photo: Tom Rudge"
    credit = Credit("Tom Rudge", "picture", 1, content.index("Tom"), len(content))
    people = derive_people(Text("x", content), (), (credit,), Registers())
    assert [person.name for person in people] == ["Ada Fenwick"]


def test_no_role_stands_in_a_name_or_form() -> None:
    people = derive("Prime Minister Ada Fenwick met President Tom Rudge. President Rudge smiled.")
    assert [person.name for person in people] == ["Ada Fenwick", "Tom Rudge"]
    assert {form for person in people for form in person.forms} == {"Ada Fenwick", "Tom Rudge", "Rudge"}


def test_the_same_text_gives_the_same_people_in_order_of_mention() -> None:
    content = "Tom Rudge and Ada Fenwick met Bo Ann Lund. Fenwick and Rudge sang."
    assert [person.name for person in derive(content)] == ["Tom Rudge", "Ada Fenwick", "Bo Ann Lund"]
    assert derive(content) == derive(content)


@given(st.text(alphabet="Aa b.’'-,\n“(1)é&", max_size=80))
def test_any_text_is_read_and_every_mention_stands_where_it_says(content: str) -> None:
    composed = unicodedata.normalize("NFC", content).split("\n")
    for person in derive(content):
        assert person.mentions
        for one in person.mentions:
            assert " ".join(composed[one.line - 1][one.start : one.end].split()) == one.form


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_any_row_of_words_is_read(content: str) -> None:
    lines = content.split("\n")
    for person in derive(content):
        assert person.name
        assert all(lines[one.line - 1][one.start : one.end].split() == one.form.split() for one in person.mentions)


def test_a_long_line_of_names_is_read_to_its_end() -> None:
    content = "Ada Fenwick said so. " * 5000 + "USA " * 5000 + "Then Tom Rudge spoke."
    assert names(content) == ["Ada Fenwick", "Tom Rudge"]


def test_every_feature_has_a_name_a_weight_and_a_reason() -> None:
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)
    assert all(feature.weight and feature.reason.endswith(".") and feature.measure.__doc__ for feature in FEATURES)


def test_word_lists_are_read_with_comments_and_phrases() -> None:
    assert parse("# head\nAda  BÔ # tail\n") == {"ada", "bo"}
    assert parse("#: phrases\nNew Harrow # tail\n\nTarn\n") == {"new harrow", "tarn"}
    assert "mr" in words("hand/honorifics")
    assert "new york" in words("hand/places") | words("made/places") or "new york city" in words("made/places")


@pytest.mark.parametrize(
    ("word", "folded"), [("O’Carra", "o'carra"), ("Łukasz", "lukasz"), ("Ní", "ni"), ("A‑B", "a-b")]
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == fold(unicodedata.normalize("NFD", word)) == folded


def test_scores_are_strict() -> None:
    tally = score(["Dr Ada Fenwick", "Rudge", "Élodie O’Carra KC"], ["ada fenwick", "Tom Rudge", "Elodie O'Carra"])
    assert tally == Tally(right=2, found=3, labelled=3)
    assert (tally + Tally(1, 1, 3)).recall == 0.5
    assert Tally(1, 2, 4).f1 == pytest.approx(1 / 3)
    assert Tally().f1 == 1.0
