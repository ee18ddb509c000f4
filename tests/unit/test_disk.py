"""A file that another place holds already is not written again, and neither place changes the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.machine import disk

if TYPE_CHECKING:
    from pathlib import Path


def test_what_the_former_place_holds_gets_a_second_name(tmp_path: Path) -> None:
    former = tmp_path / "former" / "a"
    disk.create(former, b"same")
    (tmp_path / "new").mkdir()
    disk.place(tmp_path / "new" / "a", b"same", former)
    assert former.samefile(tmp_path / "new" / "a")
    disk.write_if_changed(tmp_path / "new" / "a", b"other")
    assert former.read_bytes() == b"same"


def test_what_it_does_not_hold_is_written(tmp_path: Path) -> None:
    former = tmp_path / "former" / "a"
    disk.create(former, b"once")
    for path, data in (("one/a", b"then"), ("two/b", b"once"), ("two/b", b"then")):
        disk.place(tmp_path / path, data, former if path != "two/b" else tmp_path / "nowhere")
        assert (tmp_path / path).read_bytes() == data
    assert former.read_bytes() == b"once"


def test_what_is_there_already_is_replaced(tmp_path: Path) -> None:
    former, path = tmp_path / "former", tmp_path / "new"
    disk.create(former, b"new")
    disk.create(path, b"old")
    disk.place(path, b"new", former)
    assert (former.read_bytes(), path.read_bytes()) == (b"new", b"new")
