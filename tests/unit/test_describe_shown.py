"""The text with its marks, near-duplicate names, proposals for the registers, and what is given to `describe`."""

from __future__ import annotations

import pytest
import yaml

from build_site.derive import derive
from build_site.derive.people.near_names import near_names
from build_site.describe.given import Given, from_bytes, from_lines
from build_site.describe.marked import marked
from build_site.describe.shown import shown
from build_site.describe.suggest import suggest
from build_site.machine.console import Mark
from build_site.problem import Gathering, ProblemsError
from build_site.registers.model import Person, Registers, Topic
from build_site.seed.text import Text

REGISTERS = Registers(
    people={"ada-fenwick": Person("ada-fenwick", "Ada Fenwick", "Fenwick, Ada")},
    topics={"ports": Topic("ports", "Ports and shipping", words=((5, "harbour board"),))},
)
TEXT = Text(
    "pier.txt",
    """The harbour board met on Friday, and the harbour master, Ada Fenwick, said: “We open in May.”
Girl A was there too. This text is invented.
Share.""",
    first_line=4,
)


def test_names_evidence_and_residue_are_set_off() -> None:
    rows = list(marked(TEXT, derive(TEXT, REGISTERS)))
    assert [row.label for row in rows] == ["4", "5", "6 interface"]
    assert ["".join(span.text for span in row.spans) for row in rows] == TEXT.lines, "nothing is lost"
    found = {(span.mark, span.text) for row in rows for span in row.spans if span.mark is not Mark.PLAIN}
    assert found == {
        (Mark.EVIDENCE, "harbour board"),
        (Mark.NAME, "Ada Fenwick"),
        (Mark.HELD, "Girl A"),
        (Mark.FAINT, "Share."),
    }


def test_who_runs_it_sees_what_is_held_back_and_why() -> None:
    rows = list(shown(Given("pier.txt", TEXT), derive(TEXT, REGISTERS), REGISTERS))
    by_label = {row.label: "".join(span.text for span in row.spans) for row in rows if row.label}
    assert by_label["Held back"].startswith("Girl A   anonymised label   line 5")
    assert by_label["People"].startswith("Ada Fenwick   line 4; score ")
    assert by_label["Topics"].startswith("Ports and shipping   score ")
    assert by_label["Source"] == by_label["Published"] == "the text does not say"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexis Jarrow", "Alexix Jarrow"),
        ("Mara Tolland", "Mara Toland"),
        ("Piers Wendell", "Peirs Wendell"),
        ("Zoë Ashdown", "Zoe Ashdown"),
        ("Fintan O’Darragh", "Fintan O'Darragh"),
        ("Amina Sandoval-Birch", "Amina Sandoval Birch"),
    ],
)
def test_names_one_step_apart_are_near(one: str, other: str) -> None:
    assert near_names([one, "Bo Lindqvist", other]) == (tuple(sorted((one, other))),)


def test_other_names_are_not() -> None:
    assert near_names(["Ada Fenwick", "Ida Fenwack", "Ada Fenwick", "Bo Li", "Bo Lu", "Fenwick Ada"]) == ()


def articles(count: int, sentence: str) -> dict[str, Text]:
    return {f"a{number}": Text(f"a{number}.txt", f"It rained on day {number}. {sentence}") for number in range(count)}


def proposed(texts: dict[str, Text]) -> tuple[str, dict[str, dict[str, object]]]:
    written = suggest(texts, {name: derive(text, REGISTERS) for name, text in texts.items()}, REGISTERS)
    return written, yaml.safe_load(written) or {}


def test_names_that_recur_are_proposed_with_their_articles() -> None:
    sentence = "Martin Elwood said the Corn Exchange was dry. Ada Fenwick said so as well."
    written, entries = proposed(articles(3, sentence))
    assert entries == {
        "people": {"martin-elwood": {"name": "Martin Elwood"}},
        "topics": {"corn-exchange": {"label": "Corn Exchange", "words": {4: ["Corn Exchange"]}}},
    }
    assert "  # in 3 texts: a0, a1, a2\n  martin-elwood:" in written


def test_a_name_in_one_text_is_not_proposed() -> None:
    assert proposed(articles(1, "Martin Elwood said the Corn Exchange was dry."))[1] == {}


def test_a_name_held_back_anywhere_is_not_proposed() -> None:
    texts = articles(3, "Martin Elwood said that it was dry.")
    texts["held"] = Text(
        "held.txt", "Martin Elwood, 9, told the court that he was dry. Martin Elwood, aged nine, went home."
    )
    held = [one.status for one in derive(texts["held"], REGISTERS).people]
    assert held == ["held back"], "the example must hold a name back"
    assert "Elwood" not in proposed(texts)[0]


def test_near_duplicates_are_pointed_out() -> None:
    texts = articles(1, "Ada Fenwik said that it was dry.")
    assert '#   "Ada Fenwick" (register) / "Ada Fenwik" (a0)' in proposed(texts)[0]


def test_bad_lines_are_all_named() -> None:
    problems = Gathering()
    lines = [
        '{"id": "a", "text": "Fine."}',
        "{",
        "[]",
        '{"id": "b"}',
        '{"text": "x"}',
        '{"id": 7, "text": "Fine."}',
        "",
    ]
    given = list(from_lines("\n".join([*lines, '{"id": "c", "text": 3}']).encode() + b"\n\xff", problems))
    assert [(one.name, one.text.content) for one in given] == [("a", "Fine."), (7, "Fine.")]
    said = [str(item).partition("\n")[0] for item in problems.found]
    assert said == [
        "standard input:2:2: this is not JSON: Expecting property name enclosed in double quotes",
        "standard input:3: this line holds no object",
        'standard input:4: "text" is missing',
        'standard input:5: "id" is missing',
        'standard input:8: "text" is not a string',
        "standard input:9: this line is not UTF-8",
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.yml", b"title: x", "this is a record or a register, not a text"),
        ("a.txt", b" \n", "the text is empty"),
        ("a.txt", b"\xff", "the text is not UTF-8"),
        ("a.txt", b"x" * 1_000_001, "the file has 1,000,001 bytes"),
    ],
)
def test_what_cannot_be_described_is_refused(name: str, data: bytes, said: str) -> None:
    with pytest.raises(ProblemsError, match=said):
        from_bytes(name, data, Gathering())


def test_front_matter_is_not_text() -> None:
    given = from_bytes("a.md", b"---\ntitle: Pier\n---\nThe pier is open.\n", Gathering())
    assert "title" not in given.text.content
    assert given.text.lines[4 - given.text.first_line] == "The pier is open.", "lines are those of the file"
