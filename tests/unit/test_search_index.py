"""The index: the same on every run, whole or made again, and without a word that the edition withholds."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.article.model import Edition
from build_site.machine.process import Finished
from build_site.problem import Exit, ProblemsError
from build_site.search import cbor
from build_site.search.canonical import canonical
from build_site.search.engine import make_engine
from build_site.search.index import Index, index_site
from build_site.search.offline import offline_bundle
from tests.search_archive import ARTICLES, FERRIES, REGISTERS, catalog_of

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.recursive(
    st.integers(-(2**63), 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=40
)


def index(folder: Path, files: str = REGISTERS + ARTICLES, edition: Edition = Edition.FULL, size: int = 1000) -> Index:
    return index_site(folder, catalog_of(folder, files, edition), size)


def facets(made: Index, part: str = "1") -> dict[str, dict[str, int]]:
    """Read the facets off the files: name → value → number of articles."""
    packed = [gzip.decompress(data)[12:] for path, data in made.files.items() if path.startswith(f"{part}/filter/")]
    read = {}
    for data in packed:
        value = cbor.loads(data)
        assert isinstance(value, list)
        name, values = value
        assert isinstance(values, list)
        read[str(name)] = {
            str(row[0]): len(row[1]) for row in values if isinstance(row, list) if isinstance(row[1], list)
        }
    return read


def fragments(made: Index) -> dict[str, str]:
    return {path: gzip.decompress(data)[12:].decode() for path, data in made.files.items() if "/fragment/" in path}


def test_two_builds_in_two_folders_are_the_same(tmp_path: Path) -> None:
    files = REGISTERS + ARTICLES + FERRIES
    first, second = index(tmp_path / "a", files), index(tmp_path / "b" / "c", files)
    assert (first.made, second.made) == (1, 1)
    assert first.files == second.files


def test_articles_are_numbered_from_the_newest_one(tmp_path: Path) -> None:
    made = index(tmp_path, REGISTERS + FERRIES)
    (lists,) = (data for path, data in made.files.items() if path.endswith(".pf_meta"))
    value = cbor.loads(gzip.decompress(lists)[12:])
    assert isinstance(value, list)
    assert isinstance(value[1], list)
    numbered = [str(page[0]) for page in value[1] if isinstance(page, list)]
    assert len(numbered) > 8
    assert [name[:8] for name in numbered] == sorted((name[:8] for name in numbered), reverse=True)


def test_the_facets_count_the_articles(tmp_path: Path) -> None:
    assert facets(index(tmp_path)) == {
        "source": {"Kelderby Packet": 2, "The Northport Courier": 1},
        "topic": {"Bakeries": 1, "Ports & shipping": 4},
        "person": {"Ada Fenwick": 2, "Zoë Müller-Brandt": 2},
        "year": {"2029": 1, "2030": 1, "2031": 1},
        "language": {"de": 1, "en": 3},
        "held": {"no": 2, "yes": 2},
        "date": {"0000": 1, "2029-07-01": 1, "2030-11-01/2030-11-30": 1, "2031-04-02": 1},
    }


def test_an_article_is_named_by_its_day(tmp_path: Path) -> None:
    made = index(tmp_path)
    days = {path.rpartition("/")[2][:8]: json.loads(text)["url"] for path, text in fragments(made).items()}
    assert days == {
        "00000000": "/articles/undated/",
        "20290701": "/articles/private/",
        "20301101": "/articles/loaves/",
        "20310402": "/articles/harbour/",
    }


def test_what_the_public_edition_withholds_is_in_no_file(tmp_path: Path) -> None:
    def words(made: Index) -> str:
        plain = [gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in made.files.values()]
        return b"\n".join(plain).decode("utf-8", "replace")

    full, public = words(index(tmp_path / "a")), words(index(tmp_path / "b", edition=Edition.PUBLIC))
    # The index keeps the stem of a word.
    assert "zirconium" in full
    assert "zirconium" not in public
    assert "quartz" in public
    assert "Tamsin" not in full + public


def test_an_unchanged_archive_is_not_indexed_again(tmp_path: Path) -> None:
    first, again = index(tmp_path), index(tmp_path)
    assert (first.made, again.made) == (1, 0)
    assert again.files == first.files


@pytest.mark.parametrize("harm", ["cut", "altered", "empty", "gone"])
def test_a_damaged_part_is_made_again(tmp_path: Path, harm: str) -> None:
    first = index(tmp_path)
    (victim,) = (tmp_path / ".press-archive" / "search").iterdir()
    data = victim.read_bytes()
    harmed = {"cut": data[:-9], "altered": data[:-1] + bytes([data[-1] ^ 1]), "empty": b""}
    victim.unlink()
    if harm in harmed:
        victim.write_bytes(harmed[harm])
    again = index(tmp_path)
    assert again.made == 1
    assert again.files == first.files


def test_one_changed_article_makes_one_part_again(tmp_path: Path) -> None:
    files = REGISTERS + FERRIES
    before = index(tmp_path, files, size=7)
    after = index(tmp_path, files.replace("sails at 9 minutes", "sails at nine minutes"), size=7)
    assert (before.parts, before.made, after.made) == (4, 4, 1)
    present = list((tmp_path / ".press-archive" / "search").iterdir())
    assert len(present) == 4, "what is not used any more is removed"
    parts = {path.split("/")[0] for path, data in after.files.items() if before.files.get(path) != data}
    assert len(parts - {"entries.json"}) == 1


def test_the_parts_share_one_program_and_one_list(tmp_path: Path) -> None:
    made = index(tmp_path, REGISTERS + FERRIES, size=7)
    assert sorted(path for path in made.files if "/" not in path) == ["engine.js", "entries.json", "wasm.pagefind"]
    assert not [path for path in made.files if path.endswith(("/pagefind-entry.json", ".pagefind")) and "/" in path]
    entries = json.loads(made.files["entries.json"])
    assert list(entries) == ["1", "2", "3", "4"]
    for part, entry in entries.items():
        assert f"{part}/pagefind.{entry['languages']['en']['hash']}.pf_meta" in made.files


def test_an_archive_without_articles_has_no_parts(tmp_path: Path) -> None:
    assert index(tmp_path, REGISTERS) == Index({"entries.json": b"{}"}, 0, 0)


@pytest.mark.parametrize(
    ("status", "payload", "said"),
    [
        (101, {"type": "NewIndex"}, "thread panicked"),
        (0, {"type": "NewIndex"}, "thread panicked"),
        (0, {"type": "Error", "message": "this is no page"}, "this is no page"),
    ],
)
def test_pagefind_failing_is_a_problem_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, payload: dict[str, str], said: str
) -> None:
    catalog = catalog_of(tmp_path)
    answer = b64encode(json.dumps({"payload": payload}).encode()).decode()
    monkeypatch.setattr(
        "build_site.search.service.process.converse", lambda *_: Finished(status, f"{answer},\nthread panicked\n")
    )
    with pytest.raises(ProblemsError) as caught:
        index_site(tmp_path, catalog)
    assert caught.value.status is Exit.MACHINE
    assert str(caught.value).startswith(f"Pagefind: {said}\n  hint: ")


@pytest.mark.parametrize("entry", [b"", b"{}", b'{"languages": {"en": {"hash": "en_1", "wasm": "en"}}}'])
def test_an_unknown_form_of_index_is_refused(entry: bytes) -> None:
    with pytest.raises(ProblemsError) as caught:
        canonical({"pagefind-entry.json": entry})
    assert caught.value.status is Exit.MACHINE
    assert "has a form that is not known here" in str(caught.value)


@pytest.mark.parametrize(
    "module",
    ["", "const a=1;", "export{createInstance};", "this.backend.request_indexes(ptr,term);export{createInstances};"],
)
def test_an_unknown_program_is_refused(module: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        make_engine(module)
    assert caught.value.status is Exit.MACHINE


def test_an_offline_copy_has_scripts_for_files(tmp_path: Path) -> None:
    made = index(tmp_path).files
    offline = offline_bundle(made)
    assert set(offline) == {"engine.js"} | {f"{path}.js" for path in made if path != "engine.js"}
    assert offline["engine.js"] == made["engine.js"]
    assert offline["entries.json.js"].startswith(b'pressArchiveFile("entries.json", "ey')
    assert not any(b"pressArchiveFile" in data for data in made.values())


@given(VALUES)
def test_cbor_comes_back_as_it_was(value: cbor.Value) -> None:
    assert cbor.loads(cbor.dumps(value)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    # RFC 8949, appendix A.
    [
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (-1, "20"),
        (-100, "3863"),
        ("IETF", "6449455446"),
        ([1, [2]], "82018102"),
    ],
)
def test_cbor_is_written_as_the_standard_shows(value: cbor.Value, written: str) -> None:
    assert cbor.dumps(value).hex() == written


@pytest.mark.parametrize("data", ["", "19", "f5", "0101", "1c", "6449"])
def test_cbor_that_is_cut_off_or_of_another_kind_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"cut off|kind of value|more behind|not given"):
        cbor.loads(bytes.fromhex(data))
