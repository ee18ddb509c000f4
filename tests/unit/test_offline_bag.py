"""A bag in a folder or a zip: what is written, and that every change of it is named."""

from __future__ import annotations

import datetime as dt
import random
import zipfile
from typing import TYPE_CHECKING

import bagit  # type: ignore[import-untyped]  # the library brings no types
import pytest

from build_site.machine.packed import open_files, pack
from build_site.offline import bag
from build_site.offline.verify import Fault, Kind, Verdict, verify
from build_site.problem import ProblemsError
from tests.offline_archive import run_verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAYLOAD = {
    "data/site/index.html": b"<!DOCTYPE html>",
    "data/site/caf\u00e9 one.html": b"a name with an accent and a space",
    "data/seeds/a.txt": b"A text.\n",
}
DAY = dt.date(2031, 4, 2)


def make_bag(folder: Path) -> Path:
    stored = {path: bag.Stored(bag.digest(data), len(data)) for path, data in PAYLOAD.items()}
    tags = {
        bag.DECLARATION: bag.DECLARED,
        bag.INFO: bag.info_file((("Source-Organization", "Two\nlines"), ("External-Identifier", "")), stored),
        bag.MANIFEST: bag.manifest({path: item.sha256 for path, item in stored.items()}),
        "index.html": b"first page",
    }
    tags[bag.TAG_MANIFEST] = bag.manifest({path: bag.digest(data) for path, data in tags.items()})
    for path, data in {**PAYLOAD, **tags}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def packed(folder: Path, target: Path) -> Path:
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pack(target, folder, target.stem, paths, DAY)
    return target


def verified(path: Path) -> Verdict:
    return verify(open_files(path), path.name)


def test_the_library_of_the_standard_accepts_it(tmp_path: Path) -> None:
    made = bagit.Bag(str(make_bag(tmp_path / "copy")))
    assert made.validate()
    assert made.version_info == (1, 0)
    size = sum(map(len, PAYLOAD.values()))
    assert made.info == {"Source-Organization": "Two lines", "Payload-Oxum": f"{size}.3"}


def test_a_whole_copy_is_whole(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "above" / "copy")
    for path in (folder, folder.parent, packed(folder, tmp_path / "copy.zip")):
        assert verified(path) == Verdict(len(PAYLOAD) + 4, ()), path


def flip(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda folder: flip(folder, "data/seeds/a.txt"), Fault("data/seeds/a.txt", Kind.CHANGED)),
        (lambda folder: flip(folder, "index.html"), Fault("index.html", Kind.CHANGED)),
        (lambda folder: flip(folder, bag.DECLARATION), Fault(bag.DECLARATION, Kind.CHANGED)),
        (lambda folder: (folder / "data/seeds/a.txt").unlink(), Fault("data/seeds/a.txt", Kind.MISSING)),
        (lambda folder: (folder / bag.INFO).unlink(), Fault(bag.INFO, Kind.MISSING)),
        (lambda folder: (folder / bag.TAG_MANIFEST).unlink(), Fault(bag.TAG_MANIFEST, Kind.MISSING)),
        (lambda folder: (folder / "data/new").write_bytes(b""), Fault("data/new", Kind.EXTRA)),
        (lambda folder: (folder / "new").write_bytes(b""), Fault("new", Kind.EXTRA)),
        (lambda folder: (folder / "data/link").symlink_to("site"), Fault("data/link", Kind.EXTRA)),
        (lambda folder: (folder / bag.MANIFEST).write_bytes(b"x\n"), Fault(bag.MANIFEST, Kind.CHANGED)),
    ],
)
def test_every_change_is_named(tmp_path: Path, change: Callable[[Path], object], fault: Fault) -> None:
    folder = make_bag(tmp_path / "copy")
    change(folder)
    assert fault in verified(folder).faults
    if fault.path not in (bag.MANIFEST, bag.TAG_MANIFEST):  # without a list, other files are no longer vouched for
        assert verified(folder).faults == (fault,)


def test_a_file_replaced_by_a_link_to_the_same_content_is_changed(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "copy")
    moved = tmp_path / "a.txt"
    (folder / "data/seeds/a.txt").rename(moved)
    (folder / "data/seeds/a.txt").symlink_to(moved)
    assert verified(folder).faults == (Fault("data/seeds/a.txt", Kind.CHANGED),)


def test_a_name_composed_in_another_way_is_the_same(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "copy")
    (folder / "data/site/caf\u00e9 one.html").rename(folder / "data/site/cafe\u0301 one.html")
    assert verified(folder).faults == ()


def test_a_zip_with_more_or_less_in_it_is_named(tmp_path: Path) -> None:
    whole = packed(make_bag(tmp_path / "copy"), tmp_path / "copy.zip")
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            if name != "copy/data/seeds/a.txt":
                new.writestr(name, old.read(name) + (b"!" if name == "copy/index.html" else b""))
        new.writestr("../outside.txt", b"x")
        new.writestr("copy/data/more.txt", b"x")
    assert verified(changed).faults == (
        Fault("../outside.txt", Kind.EXTRA),
        Fault("data/more.txt", Kind.EXTRA),
        Fault("data/seeds/a.txt", Kind.MISSING),
        Fault("index.html", Kind.CHANGED),
    )


def test_one_flipped_bit_anywhere_in_a_zip_is_caught(tmp_path: Path) -> None:
    whole = packed(make_bag(tmp_path / "copy"), tmp_path / "copy.zip")
    data = whole.read_bytes()
    (tmp_path / "copy.zip.sha256").write_text(f"{bag.digest(data)}  copy.zip\n", "utf-8")
    assert run_verify(whole) == (0, f"{whole} is whole: 7 files, each with the SHA-256 that is recorded for it.\n")
    chance = random.Random(8)  # noqa: S311 - the same places in every run
    for place in chance.sample(range(len(data)), 60):
        damaged = bytearray(data)
        damaged[place] ^= 1 << chance.randrange(8)
        whole.write_bytes(damaged)
        status, said = run_verify(whole)
        assert status == 1, place
        assert "copy.zip" in said or "changed: " in said


def test_the_command_names_each_fault(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "copy")
    (folder / "data/seeds/a.txt").unlink()
    (folder / "data/seeds/b.txt").write_bytes(b"")
    flip(folder, "data/site/index.html")
    said = "missing: data/seeds/a.txt\nextra: data/seeds/b.txt\nchanged: data/site/index.html\n"
    assert run_verify(folder) == (1, f"{said}{folder} is not what it was: 3 faults in 7 files.\n")


def test_several_copies_are_verified_at_once(tmp_path: Path) -> None:
    folders = [make_bag(tmp_path / name) for name in ("one", "two", "three")]
    flip(folders[0], "index.html")
    (tmp_path / "none").mkdir()
    status, said = run_verify(*folders[:2], tmp_path / "none", folders[2])
    assert status == 1
    assert "changed: index.html" in said
    assert "there is no bagit.txt in it" in said
    assert f"{folders[1]} is whole" in said
    assert f"{folders[2]} is whole" in said
    assert run_verify(*folders[1:])[0] == 0


@pytest.mark.parametrize(
    ("name", "said"), [("folder", "there is no bagit.txt in it"), ("no.zip", "this is not a zip that can be opened")]
)
def test_what_is_no_copy_is_refused_in_words(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "no.zip").write_bytes(b"not a zip")
    with pytest.raises(ProblemsError, match=said):
        verified(tmp_path / name)


def test_the_time_on_disk_does_not_change_the_zip(tmp_path: Path) -> None:
    one = packed(make_bag(tmp_path / "one" / "copy"), tmp_path / "one" / "copy.zip")
    other = make_bag(tmp_path / "two" / "copy")
    for path in other.rglob("*"):
        path.chmod(0o700)
    assert one.read_bytes() == packed(other, tmp_path / "two" / "copy.zip").read_bytes()
    with zipfile.ZipFile(one) as file:
        assert {info.date_time for info in file.infolist()} == {(2031, 4, 2, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in file.infolist()} == {0o100644}


def test_a_day_before_zips_becomes_the_first_that_they_know(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "copy")
    pack(tmp_path / "old.zip", folder, "old", ["index.html"], dt.date(1887, 5, 1))
    with zipfile.ZipFile(tmp_path / "old.zip") as file:
        assert file.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("path", ["data/a b", "data/a%0Ab", "data/a\nb", "data/100%", "data/  two"])
def test_a_manifest_gives_every_path_back(path: str) -> None:
    # RFC 8493, 2.1.3: line ends and `%` are written as codes. The library bagit 1.9 does not read `%25` back.
    digest = bag.digest(b"")
    assert bag.read_manifest(bag.manifest({path: digest})) == {path: digest}
