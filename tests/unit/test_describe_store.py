"""What was derived is kept: read back exactly, used by the program and registers that made it, healed if damaged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from build_site.derive import derive
from build_site.describe.codec import decode, encode
from build_site.describe.many import Asked, describe, describe_kept
from build_site.describe.store import PATH, Store, key, maker, open_store
from build_site.machine import forks
from build_site.registers.model import Person, Registers, Topic
from build_site.seed.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.derive.model import Description

REGISTERS = Registers(topics={"ports": Topic("ports", "Ports and shipping", words=((5, "harbour board"),))})
TEXT = Text(
    "seeds/pier.txt",
    """The harbour board met at Tarnmouth in 2031, Ada Fenwick said.

Ms Fenwick, the harbour master, said: “We open in May.” Girl A was there too. This text is invented.

Photograph: Bo Lund/The Tarn Post""",
)


def found() -> Description:
    return derive(TEXT, REGISTERS)


def with_title(description: Description, title: str) -> Description:
    return replace(description, title=replace(description.title, value=title))


def test_a_description_is_read_back_exactly() -> None:
    description = found()
    assert description.people
    assert description.topics
    assert description.residue
    assert decode(encode(description)) == description


@pytest.mark.parametrize("line", ["", "null", "[]", "[1,2]", "{}", '"x"', "[" * 10_000])
def test_what_is_no_description_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no description"):
        decode(line)


def test_a_value_of_another_type_is_refused() -> None:
    written = encode(found())
    assert '"ports"' in written
    with pytest.raises(ValueError, match=r"no description: .*str expected"):
        decode(written.replace('"ports"', "7"))


def kept(tmp_path: Path, description: Description, registers: Registers = REGISTERS) -> Store:
    store = open_store(tmp_path, registers)
    store.put(key(TEXT), description)
    store.keep(tmp_path)
    return open_store(tmp_path, registers)


def test_an_unchanged_text_is_not_derived_again(tmp_path: Path) -> None:
    store = kept(tmp_path, with_title(found(), "Kept, not derived"))
    again = describe_kept({"pier": Asked(TEXT)}, REGISTERS, store)
    assert again["pier"].title.value == "Kept, not derived"


def test_a_changed_text_is(tmp_path: Path) -> None:
    store = kept(tmp_path, with_title(found(), "Kept, not derived"))
    changed = replace(TEXT, content=TEXT.content + "\nIt rained.")
    assert describe_kept({"pier": Asked(changed)}, REGISTERS, store) == {"pier": derive(changed, REGISTERS)}


def test_the_same_text_that_begins_on_another_line_is_another(tmp_path: Path) -> None:
    store = kept(tmp_path, found())
    moved = replace(TEXT, first_line=9)
    assert describe_kept({"pier": Asked(moved)}, REGISTERS, store) == {"pier": derive(moved, REGISTERS)}


@pytest.mark.parametrize(
    "registers",
    [
        replace(REGISTERS, people={"ada": Person("ada", "Ada Fenwick", "Fenwick, Ada")}),
        replace(REGISTERS, not_people=("Ada Fenwick",)),
        replace(REGISTERS, topics={"ports": replace(REGISTERS.topics["ports"], words=((4, "harbour board"),))}),
    ],
)
def test_other_registers_find_nothing(tmp_path: Path, registers: Registers) -> None:
    kept(tmp_path, with_title(found(), "Kept, not derived"))
    assert open_store(tmp_path, registers).get(key(TEXT)) is None


def test_another_program_finds_nothing(tmp_path: Path) -> None:
    store = kept(tmp_path, found())
    assert Store(store.data, maker(REGISTERS)).get(key(TEXT)) is None, "nothing was asked for, so nothing was kept"
    data = (tmp_path / PATH).read_bytes()
    assert Store(data, maker(REGISTERS)).get(key(TEXT)) == found()
    assert Store(data, maker(REGISTERS)[::-1]).get(key(TEXT)) is None


def test_the_place_of_an_entry_in_its_register_changes_nothing() -> None:
    topic = REGISTERS.topics["ports"]
    moved = replace(topic, position=replace(topic.position, line=99))
    assert maker(replace(REGISTERS, topics={"ports": moved})) == maker(REGISTERS)


def test_a_damaged_store_is_healed(tmp_path: Path) -> None:
    kept(tmp_path, found())
    path, whole = tmp_path / PATH, (tmp_path / PATH).read_bytes()
    damages = (whole[:-40] + whole[-39:], whole[: len(whole) // 2], whole.replace(b"Ada", b"Eve"), b"", b"\xff\x00")
    for damaged in damages:
        assert damaged != whole
        path.write_bytes(damaged)
        store = open_store(tmp_path, REGISTERS)
        assert describe_kept({"pier": Asked(TEXT)}, REGISTERS, store) == {"pier": found()}
        store.keep(tmp_path)
        assert path.read_bytes() == whole


def test_what_no_article_asks_for_any_more_is_forgotten(tmp_path: Path) -> None:
    store = kept(tmp_path, found())
    other = replace(TEXT, content="It rained at Tarnmouth on Friday, and nobody minded.")
    describe_kept({"rain": Asked(other)}, REGISTERS, store)
    store.keep(tmp_path)
    assert key(TEXT).encode() not in (tmp_path / PATH).read_bytes()
    assert key(other).encode() in (tmp_path / PATH).read_bytes()


def test_git_does_not_take_it_in(tmp_path: Path) -> None:
    kept(tmp_path, found())
    assert b"Girl A" in (tmp_path / PATH).read_bytes(), "it holds names held back"
    assert (tmp_path / PATH).with_name(".gitignore").read_text("utf-8").splitlines()[-1] == "*"


def test_two_processes_give_the_same_in_the_same_order() -> None:
    asked = [
        Asked(replace(TEXT, content=TEXT.content.replace("Tarnmouth", f"Tarnmouth-{number}")))
        for number in range(forks.ENOUGH)
    ]
    one, two = describe(asked, REGISTERS, 1), describe(asked, REGISTERS, 2)
    assert one == two
    assert len(set(map(encode, one))) == len(asked)
