"""Bytes in `seeds/` become text and positioned values; what is odd is said with line and column."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from build_site.machine.disk import Found
from build_site.problem import Gathering, Position, ProblemsError, Severity
from build_site.seed import characters, limits
from build_site.seed.decode import decode
from build_site.seed.folder import sort_files
from build_site.seed.frontmatter import split
from build_site.seed.node import Mapping, Scalar, compose
from build_site.seed.read import Reader
from build_site.seed.text import Text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("written", "kept", "notice"),
    [
        ("a\x00b\x9f", "ab", "seeds/x.txt:1:2: 2 control characters were left out, the first U+0000"),
        ("a\n\u2066b\u2069", "a\nb", "seeds/x.txt:2:1: 2 marks of writing direction were left out, the first U+2066"),
        ("a\U000e0041", "a", "seeds/x.txt:1:2: 1 tag character was left out, the first U+E0041"),
        ("a\ufdd0\U0010ffff", "a", "seeds/x.txt:1:2: 2 noncharacters were left out, the first U+FDD0"),
        ("a\ufeffb", "ab", "seeds/x.txt:1:2: 1 byte order mark was left out, the first U+FEFF"),
        ("har\u00adbour", "harbour", "seeds/x.txt:1:4: 1 soft hyphen was left out, the first U+00AD"),
        (
            "a\u200b\u200bb",
            "a\u200b\u200bb",
            "seeds/x.txt:1:2: 1 run of invisible characters was found, the first U+200B",
        ),
        (
            "the pаypal",
            "the pаypal",
            "seeds/x.txt:1:5: 1 word that mixes Latin with Greek or Cyrillic letters was found, the first U+0070",
        ),
        ("cafÃ©", "cafÃ©", "seeds/x.txt:1:4: 1 place where the encoding was lost was found, the first U+00C3"),
        ("\ue000", "\ue000", "seeds/x.txt:1:1: 1 private character was found, the first U+E000"),
    ],
)
def test_odd_characters_are_left_out_or_reported(written: str, kept: str, notice: str) -> None:
    decoded = decode(written.encode(), "seeds/x.txt")
    assert decoded.content == kept
    (said,) = decoded.notices
    assert f"{said.position}: {said.message}" == notice
    assert said.severity is Severity.NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, “quoted” – and £5.",
        "Zoë, Łukasz, São Tomé; ΑΒΓ and Москва and 東京; 5 μm and 3 Ω",
        "עברית \u200fand \u200eEnglish",
        "می\u200cخواهم",
        "👩‍👩‍👧 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f 👍🏽 ☂️",
        "Ā́ Việt Nam",
    ],
)
def test_good_text_stays_as_it_is_and_nothing_is_said(text: str) -> None:
    decoded = decode(text.encode(), "x")
    assert decoded.content == unicodedata.normalize("NFC", text)
    assert decoded.notices == ()


def test_line_ends_and_the_byte_order_mark_are_one_kind() -> None:
    assert decode("\ufeffa\r\nb\rc\u2028d\x0be\x0cf\x85g".encode(), "x").content == "a\nb\nc\nd\ne\nf\ng"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a\n" * (limits.LINES - 1), ""),
        ("a\n" * limits.LINES, f"x:{limits.LINES + 1}: the text has"),
        ("a" * limits.LINE_CHARACTERS, ""),
        ("b\n" + "a" * (limits.LINE_CHARACTERS + 1), f"x:2:{limits.LINE_CHARACTERS + 1}: the line has"),
        ("[" * limits.MARKS_OF_A_PARAGRAPH, ""),
        (
            "b\n\nc" + "[" * (limits.MARKS_OF_A_PARAGRAPH + 1),
            f"x:3:{limits.MARKS_OF_A_PARAGRAPH + 2}: the paragraph has",
        ),
        ("\n\n".join(["*" * 1000] * 20), ""),
        ("\n\n".join(["*" * 1000] * 21), "x:41:1: the text has more than 20,000 signs"),
    ],
)
def test_the_limits_of_a_text_stand_where_they_are_said_to(content: str, said: str) -> None:
    problems = Gathering()
    with problems.step():
        limits.check_shape(content, "x")
    assert "".join(map(str, problems.found)).startswith(said)
    assert bool(problems.found) == bool(said)


def test_a_long_line_is_reported() -> None:
    (notice,) = limits.check_shape("a\n" + "b" * (limits.LONG_LINE + 1), "x")
    assert str(notice.position) == f"x:2:{limits.LONG_LINE + 1}"
    assert notice.severity is Severity.NOTICE


@pytest.mark.parametrize(
    ("suffix", "size", "register"),
    [(".txt", limits.TEXT_BYTES, False), (".yml", limits.RECORD_BYTES, False), (".yml", limits.REGISTER_BYTES, True)],
)
def test_the_limits_of_a_file_hold_before_it_is_read(suffix: str, size: int, *, register: bool) -> None:
    limits.check_size(size, suffix, Position("x"), register=register)
    with pytest.raises(ProblemsError, match="the file has"):
        limits.check_size(size + 1, suffix, Position("x"), register=register)


def test_files_of_one_id_are_one_seed() -> None:
    names = ("a.txt", "a.yml", "2031/b.md", "c.yml", "README.md", ".hidden", "registers/people.yml")
    problems = Gathering()
    found = sort_files([Found(name, regular=True, size=1) for name in names], problems)
    assert [(seed.id, seed.text, seed.record) for seed in found] == [
        ("a", "seeds/a.txt", "seeds/a.yml"),
        ("b", "seeds/2031/b.md", ""),
        ("c", "", "seeds/c.yml"),
    ]
    assert problems.found == []


def test_every_value_knows_its_line_and_column() -> None:
    node = compose("title: x\npeople:\n  - Ada\n  - Bo\n", "seeds/x.yml")
    assert isinstance(node, Mapping)
    assert [str(at) for at in node.keys.values()] == ["seeds/x.yml:1:1", "seeds/x.yml:2:1"]
    assert str(node.entries["people"].position) == "seeds/x.yml:3:3"


@pytest.mark.parametrize("written", ["no", "12:30", "2031-04-02", "1e3", "0o17", "0x1F", "1_000", "yes", "=", ".inf"])
def test_a_value_stays_the_characters_that_were_written(written: str) -> None:
    node = compose(f"a: {written}", "x")
    assert isinstance(node, Mapping)
    assert node.entries["a"] == Scalar(written, null=False, position=Position("x"))


def test_the_text_behind_front_matter_keeps_its_line_numbers() -> None:
    parts = split("---\ntitle: x\n\n---\n\nwords\n", "x")
    assert parts.text == Text("x", "\n\nwords\n", 4)
    assert parts.text.lines[6 - parts.text.first_line] == "words"


def test_front_matter_begins_on_the_first_line_or_not_at_all() -> None:
    parts = split("\n---\ntitle: x\n---\n", "x")
    assert parts.record == Mapping({}, {}, Position("x"))
    assert parts.text.content == "\n---\ntitle: x\n---\n"


def test_a_good_seed_is_read_beside_a_bad_one(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.txt").write_bytes(b"words")
    (tmp_path / "seeds" / "bad.txt").write_bytes(b"\xff")
    (tmp_path / "seeds" / "worse.html").write_bytes(b"<p>")
    reader = Reader(tmp_path)
    seeds = [reader.seed(files) for files in reader.sort(reader.look())]
    assert [seed.id for seed in seeds if seed] == ["good"]
    assert [problem.position.path for problem in reader.problems.found if problem.position] == [
        "seeds/worse.html",
        "seeds/bad.txt",
    ]


def test_a_text_without_any_suspect_sign_breaks_no_rule() -> None:
    every = "".join(f" a{chr(point) * 2}" for point in range(0x110000) if not 0xD800 <= point < 0xE000)
    for rule in (*characters.REFUSED, *characters.REMOVED, *characters.REPORTED):
        for match in rule.pattern.finditer(every):
            assert characters.SUSPECT.search(match.group()), f"{rule.one}: U+{ord(match.group()[-1]):04X}"


def test_signs_that_are_not_rare_stay_as_they_are_in_any_order() -> None:
    common = [chr(point) for point in range(0x10000) if not characters.RARE.search(chr(point))]
    for text in ("".join(common), "".join(reversed(common))):
        assert not characters.SUSPECT.search(text)
        assert text.splitlines() == text.split("\n")
        assert unicodedata.is_normalized("NFC", text)
        assert not list(characters.refused(text, "x"))
