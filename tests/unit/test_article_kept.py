"""Articles of the last run are read back exactly, used where nothing that they are made from changed, and healed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article import kept
from build_site.article.kept import PATH
from build_site.describe import store
from build_site.machine import forks
from build_site.problem import ProblemsError
from build_site.seed.read import Reader
from tests.archive import make_archive
from tests.changes import Change, append, move, remove, swap
from tests.corpus.archive import write_corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build_site.pipeline import Loaded
    from build_site.seed.folder import SeedFiles
    from build_site.seed.model import Seed

MORE = r"""--- seeds/everything.yml
title: "Harbour: dredging to start"
subtitle: Board expects six weeks
source: The Quay Post
url: https://example.org/2031/harbour
byline: [Ada Fenwick, Bo Lund]
published: 2031-04-02?
language: en-GB
people: [Ada Fenwick]
summary: |
  The board says so.

  It says more.
rights: CC0-1.0
access: full
formerly: [old-harbour]
notes: "Page 3; a line \u2028 end"
accessioned: 2031-04-20
reviewed: {by: A. Keeper, on: 2031-05-02}
names_checked: {by: A. Keeper, on: 2031-05-02}
embargo: 2031-06-01
redactions: [{passage: the pilot's house, reason: privacy}]
corrections: [{on: 2031-05-02, note: The date was wrong.}]
sensitivity: [drowning]
noindex: true
--- seeds/everything.txt
Harbour: dredging to start

Ada Fenwick stood before the pilot's house at Tarnmouth in 2031. Girl A stood there too.

Photograph: Bo Lund/The Tarn Post
--- seeds/marked.md
---
title: A text with signs
rights: CC0-1.0
access: full
---
## Tides

The [harbour](everything) board met *twice*.
--- seeds/withdrawn.yml
title: Gone
access: withdrawn
withdrawn: {on: 2031-05-02, reason: privacy}
--- seeds/odd.txt
A soft hyphen

Ada Fen­wick met the board at Tarnmouth on Friday, and nobody minded.
"""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("once")
    write_corpus(root, 12)
    make_archive(root, MORE)
    pipeline.load_kept(root)
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(once, tmp_path / "copy")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the seeds that are read from now on."""
    found: list[str] = []

    def noting(reader: Reader, files: SeedFiles) -> Seed | None:
        found.append(files.id)
        return reader_seed(reader, files)

    reader_seed = Reader.seed
    monkeypatch.setattr(Reader, "seed", noting)
    return found


def same(one: Loaded, other: Loaded) -> bool:
    return (one.articles, one.registers, one.notices) == (other.articles, other.registers, other.notices)


def test_nothing_is_read_where_nothing_changed(root: Path, read: list[str]) -> None:
    found = pipeline.load_kept(root)
    assert read == []
    assert found.notices, "what was noticed is told again"
    assert same(found, pipeline.load(root))
    assert set(found.marks) == {article.id for article in found.articles}


EVERY = {"everything", "odd"}
"""Two seeds that stand for all."""
CHANGES: dict[str, tuple[Change, set[str]]] = {
    "a text": (append("seeds/odd.txt", "\nIt rained.\n"), {"odd"}),
    "a record": (swap("seeds/everything.yml", "Page 3", "Page 4"), {"everything"}),
    "a Markdown text": (append("seeds/marked.md", "\nMore.\n"), {"marked"}),
    "a seed that goes": (remove("seeds/odd.txt"), set()),
    "a seed that moves": (move("seeds/odd.txt", "seeds/in/odd.txt"), {"odd"}),
    "a record that comes": (
        lambda root: (root / "seeds/odd.yml").write_text("title: Even\nrights: CC0-1.0\n", "utf-8"),
        {"odd"},
    ),
    "a note in a register": (swap("seeds/registers/people.yml", "note: ", "note: Also. "), set()),
    "a name in a register": (swap("seeds/registers/people.yml", "sort_name: ", "sort_name: X"), EVERY),
    "words that speak for a topic": (swap("seeds/registers/topics.yml", "harbour", "quay"), EVERY),
    "leave to publish": (
        lambda root: (root / "mkdocs.yml").write_text("site_name: X\nextra: {publish_in_copyright: true}\n"),
        EVERY,
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changed_is_read_and_nothing_else(root: Path, read: list[str], what: str) -> None:
    change, expected = CHANGES[what]
    change(root)
    found = pipeline.load_kept(root)
    assert set(read) & EVERY if expected == EVERY else set(read) == expected
    assert same(found, pipeline.load(root))
    read.clear()
    assert same(pipeline.load_kept(root), found)
    assert read == []


def test_marks_tell_a_text_from_what_stands_about_it(root: Path) -> None:
    before = pipeline.load_kept(root).marks
    append("seeds/everything.txt", "\nIt rained on them.\n")(root)
    text = pipeline.load_kept(root).marks
    swap("seeds/everything.yml", "Page 3", "Page 4")(root)
    record = pipeline.load_kept(root).marks
    own = [marks.pop("everything") for marks in (before, text, record)]
    assert before == text == record
    assert own[0].whole != own[1].whole
    assert own[0].card == own[1].card
    assert own[1].card != own[2].card


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "altered": lambda data: data.replace(b"Fenwick", b"Fenwich"),
    "no text": lambda _: b"\xff\x00\n\xff",
    "of another program": lambda data: data[:64][::-1] + data[64:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_healed(root: Path, damage: str) -> None:
    whole = (root / PATH).read_bytes()
    (root / PATH).write_bytes(DAMAGES[damage](whole))
    assert (root / PATH).read_bytes() != whole
    assert same(pipeline.load_kept(root), pipeline.load(root))
    assert (root / PATH).read_bytes() == whole


def test_another_program_finds_nothing(root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "fingerprint", lambda: "0" * 64)
    pipeline.load_kept(root)
    assert set(read) >= EVERY


def test_what_is_gone_is_forgotten_and_the_rest_stays_described(root: Path) -> None:
    described = (root / store.PATH).read_bytes()
    assert b"Girl A" in described
    append("seeds/odd.txt", "\nIt rained.\n")(root)
    pipeline.load_kept(root)
    assert len((root / store.PATH).read_bytes().splitlines()) == len(described.splitlines())
    (root / "seeds/everything.txt").unlink()
    pipeline.load_kept(root)
    assert b"stood before" not in (root / PATH).read_bytes()
    assert b"Girl A" not in (root / store.PATH).read_bytes()


def test_every_error_is_told_also_of_seeds_that_are_known(root: Path) -> None:
    (root / "seeds/bad.yml").write_text("title: [\n")
    (root / "seeds/clash.yml").write_text("title: Clash\nformerly: [old-harbour]\n")
    with pytest.raises(ProblemsError) as told:
        pipeline.load_kept(root)
    paths = [problem.position.path for problem in told.value.problems if problem.position]
    assert {"seeds/bad.yml", "seeds/everything.yml", "seeds/odd.txt"} <= set(paths)


def test_a_former_id_of_a_known_seed_is_refused(root: Path) -> None:
    (root / "seeds/old-harbour.yml").write_text("title: Clash\nrights: CC0-1.0\n")
    with pytest.raises(ProblemsError, match="old-harbour"):
        pipeline.load_kept(root)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """An archive that is large enough to be shared by processes."""
    write_corpus(tmp_path, forks.ENOUGH)
    return make_archive(tmp_path, MORE)


def test_the_number_of_processes_changes_nothing(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded, written = [], []
    for processors in (1, 2):
        monkeypatch.setattr(forks, "processors", lambda count=processors: count)
        shutil.rmtree(many / ".press-archive", ignore_errors=True)
        loaded.append(pipeline.load_kept(many))
        written.append([(many / path).read_bytes() for path in (PATH, store.PATH)])
    assert same(*loaded)
    assert loaded[0].marks == loaded[1].marks
    assert loaded[0].notices
    assert written[0] == written[1]


def test_an_error_that_another_process_finds_is_told_as_any(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forks, "processors", lambda: 2)
    for name in ("0-first", "zz-last"):
        (many / f"seeds/{name}.yml").write_text("title: [\n")
    with pytest.raises(ProblemsError) as expected:
        pipeline.load(many)
    with pytest.raises(ProblemsError) as told:
        pipeline.load_kept(many)
    assert told.value.problems == expected.value.problems
