"""After any change, the files under `docs/` are those of a run from nothing, and only those it goes into are made."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.cli import making
from build_site.files.beside import files_beside_pages
from build_site.files.write import MANIFEST, MARKER, Written, write_files
from build_site.machine import forks
from build_site.machine.clock import today
from build_site.machine.recipes import Notes, Outcome, Recipe, content
from build_site.page.address import GENERATED
from build_site.page.make import make_files
from build_site.site.config import read_settings
from build_site.site.kept import NOTES, digests_of_seeds
from tests.archive import make_archive
from tests.changes import Change, remove, swap
from tests.corpus.archive import write_corpus
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 12
MORE = """--- seeds/pier.yml
title: Pier to be mended
source: The Tarn Post
published: 2031-04-02
topics: [ports-and-shipping, railways]
people: [Ada Fenwick, Bo Lund]
rights: CC0-1.0
access: full
formerly: [old-pier]
--- seeds/pier.txt
Pier to be mended

Ada Fenwick said on Tuesday that the pier at Northport would be mended in May. Bo Lund said that it would not. Nobody
in this text lives, and no pier is to be mended. The board of the harbour will meet again when the tide allows it.
--- seeds/quay.yml
title: Quay to be closed
source: The Tarn Post
published: 2031-04-03
topics: [ports-and-shipping]
people: [Ada Fenwick]
rights: CC0-1.0
access: full
--- seeds/quay.txt
Quay to be closed

The quay at Northport is to be closed in June, Ada Fenwick said. The board of the harbour has met, and nobody minded.
--- seeds/marked.md
---
title: A text with signs
rights: CC0-1.0
access: full
---
The [pier](quay) stands *still*.
--- seeds/later.yml
title: Later
rights: CC0-1.0
published: 2031-04-04
embargo: 2031-06-01
--- seeds/gone.yml
title: Gone
access: withdrawn
withdrawn: {on: 2031-05-02, reason: privacy}
"""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("once")
    write_corpus(root, ARTICLES)
    make_archive(root, MORE)
    assert run_inside(root, "build", "--pages-only").status == 0
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path) -> Path:
    # Files keep their times, so what is noted of them holds in the copy.
    return shutil.copytree(once, tmp_path / "copy")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of the recipes whose files are made from now on, of those whose inputs are known."""
    found: set[str] = set()
    make = Notes.make

    def noting(notes: Notes, recipe: Recipe) -> Outcome:
        outcome = make(notes, recipe)
        if recipe.inputs is not None and outcome.files is not None:
            found.add(recipe.name)
        return outcome

    monkeypatch.setattr(Notes, "make", noting)
    # What another process makes is not seen here.
    monkeypatch.setattr(forks, "processors", lambda: 1)
    return found


def build(root: Path, *options: str) -> None:
    run = run_inside(root, "build", "--pages-only", *options)
    assert run.status == 0, run.err


def docs(root: Path) -> dict[str, bytes]:
    folder = root / "docs"
    paths = [folder / "index.md", *(path for name in GENERATED for path in (folder / name).rglob("*"))]
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return {path: data for path, data in found.items() if path.rpartition("/")[2] not in (MARKER, MANIFEST)}


def from_nothing(root: Path, edition: Edition = Edition.FULL) -> dict[str, bytes]:
    catalog, settings = pipeline.choose(pipeline.load(root), edition, today()), read_settings(root)
    return content(make_files(catalog, settings)) | files_beside_pages(catalog, settings)


def test_a_changed_text_makes_its_page_and_those_that_quote_it(root: Path, made: set[str]) -> None:
    swap("seeds/pier.txt", "when the tide allows it", "when the tide allows it, Ada Fenwick said")(root)
    build(root)
    assert docs(root) == from_nothing(root)
    people = {name for name in made if name.startswith("person ")}
    assert people
    assert made - people == {"article pier", "data/provenance/pier.json"}


CHANGES: dict[str, Change] = {
    "a title": swap("seeds/pier.yml", "Pier to be", "Old pier to be"),
    "a date": swap("seeds/pier.yml", "2031-04-02", "2030-01-05"),
    "a source": swap("seeds/quay.yml", "The Tarn Post", "The Quay Post"),
    "people": swap("seeds/pier.yml", "[Ada Fenwick, Bo Lund]", "[Bo Lund]"),
    "a topic of an article": swap("seeds/pier.yml", "[ports-and-shipping, railways]", "[railways]"),
    "an article that goes": remove("seeds/quay.yml", "seeds/quay.txt"),
    "an article that comes": lambda root: make_archive(
        root, {"seeds/jetty.yml": "title: Jetty\nsource: The Tarn Post\npeople: [Bo Lund]\nrights: CC0-1.0\n"}
    ),
    "an article that is withdrawn": lambda root: [
        swap("seeds/quay.yml", "access: full", "access: withdrawn\nwithdrawn: {on: 2031-05-02, reason: privacy}")(root),
        remove("seeds/quay.txt")(root),
    ],
    "the label of a topic": lambda root: [
        swap("seeds/registers/topics.yml", "label: Railways", "label: Lines")(root),
        swap("seeds/registers/topics.yml", "    - Trains\n", "    - Trains\n    - Railways\n")(root),
    ],
    "the scope of a topic that only contains others": swap(
        "seeds/registers/topics.yml", "scope: Rivers", "scope: Also rivers"
    ),
    "a correction": swap("seeds/quay.yml", "rights: ", "corrections: [{on: 2031-05-02, note: It was June.}]\nrights: "),
    "notes on people": swap("seeds/registers/people.yml", "note: ", "note: Also. "),
    "people who had no page": swap("seeds/registers/people.yml", "page: false", "page: true"),
    "what people are filed under": swap("seeds/registers/people.yml", "sort_name: ", "sort_name: X"),
    "a Wikidata item of outlets": swap("seeds/registers/sources.yml", "    kind:", "    wikidata: Q42\n    kind:"),
    "the name of the archive": swap("mkdocs.yml", "site_name: ", "site_name: Other "),
    "a page that somebody changed": lambda root: (root / "docs/articles/pier.md").write_text("cut off"),
    "a reference that somebody removed": remove("docs/cite/articles/pier.bib"),
    "damaged notes": lambda root: (root / NOTES).write_bytes((root / NOTES).read_bytes()[:999]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_the_files_are_those_of_a_run_from_nothing(root: Path, what: str) -> None:
    CHANGES[what](root)
    build(root)
    assert docs(root) == from_nothing(root)


def test_a_changed_record_makes_the_pages_that_lead_to_it(root: Path, made: set[str]) -> None:
    swap("seeds/pier.yml", "rights: CC0-1.0", "rights: CC0-1.0\nnotes: Of the second edition.")(root)
    build(root)
    pages = {name for name in made if name.startswith("article ")}
    assert {"article pier", "article quay"} <= pages
    assert not {"article marked", "article gone"} & pages
    # What was found to be the same in the end is noted so.
    made.clear()
    swap("seeds/pier.txt", "when the tide allows it", "when the moon allows it")(root)
    build(root)
    assert {name for name in made if name.startswith("article ")} == {"article pier"}
    assert docs(root) == from_nothing(root)


def test_an_edition_has_nothing_of_the_other(root: Path) -> None:
    build(root, "--edition", "public")
    assert docs(root) == from_nothing(root, Edition.PUBLIC)


def test_everything_is_made_where_that_is_asked_for(root: Path, made: set[str]) -> None:
    build(root, "--clean")
    assert {"article pier", "cite/all", "feed all"} <= made


def test_what_somebody_changes_during_a_run_is_mended_by_the_next(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disturbed(docs: Path, *given: Any) -> Written:  # noqa: ANN401 - passed on
        written = write_files(docs, *given)
        (docs / "articles/quay.md").write_text("cut off")
        return written

    swap("seeds/pier.txt", "when the tide allows it", "when the moon allows it")(root)
    with monkeypatch.context() as patch:
        patch.setattr(making, "write_files", disturbed)
        build(root)
    assert docs(root) != from_nothing(root)
    build(root)
    assert docs(root) == from_nothing(root)


def test_a_seed_that_changes_while_a_run_begins_is_kept_as_what_was_read(root: Path) -> None:
    swap("seeds/pier.txt", "when the tide allows it", "when the rain allows it")(root)
    seen = digests_of_seeds(root)
    swap("seeds/pier.txt", "when the rain allows it", "when the snow allows it")(root)
    pipeline.load_kept(root, seen)
    swap("seeds/pier.txt", "when the snow allows it", "when the rain allows it")(root)
    assert digests_of_seeds(root) == seen
    assert pipeline.load_kept(root, seen).articles == pipeline.load(root).articles
