"""What is withheld, withdrawn, unlisted or redacted is in no output, in whatever format. All names are invented."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.archive import make_archive
from tests.hostile.decoders import DECODERS, decode, folded, words_of
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = """\
--- seeds/registers/people.yml
people:
  perpetua-lindqvane: {name: Perpetua Lindqvane, unlisted: true, note: Lindqvane is of Zobelmere.}
  corin-ashgrove: {name: Corin Ashgrove, page: false, note: Ashgrove keeps quexbees.}
  maud-tetherby: {name: Maud Tetherby, note: Keeps the pier.}
--- seeds/registers/topics.yml
topics:
  piers: {label: Piers, words: {3: [pier]}}
--- seeds/registers/sources.yml
sources:
  courier: {name: The Northport Courier}
--- seeds/open.txt
Maud Tetherby opened the pier at Tarnmouth on Friday, and Perpetua Lindqvane held the ribbon.

Corin Ashgrove watched. The engineer, Wendel Brackenfold, said nothing at all about the pier.
--- seeds/open.yml
title: Pier opens
source: courier
published: 2031-04-02
topics: [piers]
people: [Maud Tetherby, Perpetua Lindqvane, Corin Ashgrove]
byline: [Perpetua Lindqvane, Ada Fenwick]
summary: A pier opens.
access: full
rights: CC0-1.0
redactions: [{passage: Wendel Brackenfold, reason: privacy}]
outcome: The pier closed again in 2032 (The Northport Courier).
--- seeds/second.txt
Maud Tetherby and Perpetua Lindqvane met again at the pier. Maud Tetherby said that the pier is safe.
--- seeds/second.yml
title: Pier is safe
source: courier
published: 2031-05-02
topics: [piers]
access: full
rights: CC0-1.0
formerly: [second-old]
--- seeds/derived.txt
Perpetua Lindqvane paints the pier

The pier at Tarnmouth was painted on Monday. A painter from Northport did it in a day.
--- seeds/derived.yml
source: courier
access: full
rights: CC0-1.0
--- seeds/held.txt
Harbour quincewort found by Ottoline Vexley

The harbour board said on 3 June 2031 that quincewort grows at the pier. Ottoline Vexley found it there.
--- seeds/held.yml
source: courier
summary: A plant is found.
published: 2031-06-03
--- seeds/early.txt
Zanthorpe lights go on, says Barnaby Quillfeather at the pier.
--- seeds/early.yml
title: Zanthorpe lights go on
source: courier
people: [Barnaby Quillfeather]
topics: [piers]
published: 2031-07-01
access: full
rights: CC0-1.0
embargo: 2099-01-01
formerly: [zanthorpe-early]
--- seeds/gone.txt
Gryphonsby market closes, and Leofric Umbertide is blamed at the pier.
--- seeds/gone.yml
title: Gryphonsby market closes
subtitle: A market of yaffleworth
source: The Umbertide Herald
byline: Isolde Umbertide
people: [Leofric Umbertide]
topics: [piers]
published: 2031-08-01
summary: Gryphonsby and yaffleworth.
notes: Withdrawn on the word of Umbertide.
corrections: [{on: 2031-08-02, note: Umbertide was not blamed.}]
outcome: Umbertide was acquitted.
url: https://umbertide.example/gryphonsby
access: withdrawn
withdrawn: {on: 2031-09-01, reason: court order}
--- seeds/linked.md
---
title: What was said
source: courier
published: 2031-10-01
access: full
rights: CC0-1.0
---
More of this [stands elsewhere](early.md) and [here](open.md).
"""
NOWHERE = {
    "withheld text": ("quincewort", "Ottoline Vexley", "Vexley"),
    "embargoed": ("Zanthorpe", "Barnaby Quillfeather", "early.md", "articles/early"),
    "withdrawn": ("Gryphonsby", "Umbertide", "yaffleworth", "2031-08-01", "2031-08-02"),
    "redacted": ("Wendel Brackenfold", "Brackenfold"),
    "unlisted": ("people/perpetua", "Lindqvane, Perpetua", "Zobelmere"),
    "without a page": ("quexbees", "people/corin"),
}
"""Words that must stand in no file of the public edition."""
OWN_TEXT = {"Perpetua Lindqvane": ("open", "second", "derived"), "Corin Ashgrove": ("open",)}
"""Names that may stand in the texts of these articles, and nowhere else."""

pytestmark = pytest.mark.slow
_WITH_TEXTS = ("search/index/", "data/articles.jsonl", "data/archive.sqlite")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_archive(tmp_path_factory.mktemp("leaks"), SEEDS)
    run = run_inside(root, "--edition", "public")
    assert run.status == 0, run.err
    return root


@pytest.fixture(scope="module")
def public(archive: Path) -> dict[str, str]:
    docs = words_of_folder(archive / "docs")
    return words_of(archive / "site") | {f"docs/{path}": words for path, words in docs.items()}


def words_of_folder(folder: Path) -> dict[str, str]:
    """Decode the generated pages too: `mkdocs build` by hand publishes them."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    return {
        path.relative_to(folder).as_posix(): folded("\n".join(decode(path.name, path.read_bytes()))) for path in files
    }


@pytest.mark.parametrize("kind", NOWHERE)
def test_it_is_in_no_output(kind: str, public: dict[str, str]) -> None:
    found = [(path, token) for path, words in public.items() for token in NOWHERE[kind] if folded(token) in words]
    assert found == []


@pytest.mark.parametrize("name", OWN_TEXT)
def test_a_name_stands_in_the_texts_themselves_only(name: str, public: dict[str, str]) -> None:
    own = tuple(f"articles/{article}{end}" for article in OWN_TEXT[name] for end in ("/index.html", ".md"))
    places = [path for path, words in public.items() if folded(name) in words]
    assert [path for path in places if not path.removeprefix("docs/").startswith((*own, *_WITH_TEXTS))] == []
    assert f"articles/{OWN_TEXT[name][0]}/index.html" in places


def test_data_hold_such_a_name_in_the_text_alone(archive: Path) -> None:
    for line in (archive / "site/data/articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        article.pop("text", None)
        assert "Lindqvane" not in json.dumps(article)


def test_no_column_of_the_database_holds_what_may_not_be_said_but_the_text_itself(archive: Path) -> None:
    """Column by column, so that a name which a column may hold hides none that another may not."""
    nowhere = [word for kind in NOWHERE.values() for word in kind if "/" not in word and "." not in word]
    found, columns = set(), 0
    with sqlite3.connect(f"file:{archive / 'site/data/archive.sqlite'}?mode=ro", uri=True) as database:
        # A table of a full-text search keeps words in tables of its own, which are tables too.
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            rows = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the names are those of the database
            names = [column[0] for column in rows.description]
            columns += len(names)
            for row in rows:
                for name, value in zip(names, row, strict=True):
                    said = folded(value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value))
                    found |= {(table, name, word) for word in nowhere if folded(word) in said}
                    found |= {(table, name, word) for word in OWN_TEXT if folded(word) in said}
    assert columns > 20
    # The table of the full-text search shows the columns of the other.
    assert {(table, name) for table, name, _ in found} == {("articles", "text"), ("articles_fts", "text")}
    assert {word for *_, word in found} == set(OWN_TEXT)


def test_the_tombstone_says_when_and_why_and_is_indexed_nowhere(public: dict[str, str]) -> None:
    page = public["articles/gone/index.html"]
    assert "withdrawn from the archive on 1 september 2031 by order of a court" in page
    assert 'content="noindex"' in page
    others = [path for path, words in public.items() if "articles/gone" in words and "articles/gone" not in path]
    assert others == []


def test_the_outcome_stands_wherever_the_article_is_listed(public: dict[str, str]) -> None:
    lists = [
        path
        for path, words in public.items()
        if path.endswith(".html") and "articles/open/" in words and "open" not in path
    ]
    assert lists
    assert [path for path in lists if "closed again in 2032" not in public[path]] == []


def test_what_may_be_shown_is_shown(public: dict[str, str]) -> None:
    assert "▮▮▮" in public["articles/open/index.html"]
    assert "privacy" in public["articles/open/index.html"]
    assert "a plant is found" in public["articles/held/index.html"]


def test_the_copy_to_keep_holds_nothing_of_it_either(archive: Path, tmp_path: Path) -> None:
    run = run_inside(archive, "offline", "--edition", "public", "--out", str(tmp_path))
    assert run.status == 0, run.err
    (copy,) = tmp_path.glob("*.zip")
    words = folded("\n".join(decode(copy.name, copy.read_bytes())))
    # The seed of another article names an id in its own text; that is all it says.
    nowhere = [word for kind in NOWHERE.values() for word in kind if word != "early.md"]
    assert [word for word in nowhere if folded(word) in words] == []


def test_a_format_that_nobody_can_read_is_found(tmp_path: Path) -> None:
    """A file of a new kind fails every test that reads a site, and one of a known kind that is not whole does too."""
    assert "docx" not in DECODERS
    (tmp_path / "report.docx").write_bytes(b"words")
    with pytest.raises(KeyError):
        words_of(tmp_path)
    (tmp_path / "report.docx").rename(tmp_path / "report.json")
    with pytest.raises(json.JSONDecodeError):
        words_of(tmp_path)


def test_every_kind_of_file_of_a_site_is_on_the_list(archive: Path) -> None:
    kinds = {path.suffix.removeprefix(".") for path in (archive / "site").rglob("*") if path.is_file()}
    assert {"html", "xml", "json", "csv", "jsonl", "sqlite", "bib", "ris", "pf_fragment"} <= kinds <= DECODERS.keys()
