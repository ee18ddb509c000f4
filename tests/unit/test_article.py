"""Record before register before text; what an edition may show; redactions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article.blocks import is_wrapped, make_blocks
from build_site.article.model import Article, BlockKind, Edition, Origin
from build_site.seed.text import Text
from tests.archive import make_archive

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.catalog.model import Catalog

REGISTERS = """--- seeds/registers/people.yml
people:
  ada-fenwick: {name: Ada Fenwick, aliases: [Dr Ada Fenwick, A. B. Fenwick]}
  bo-lind: {name: Bo Lind, page: false}
  cy-moss: {name: Cy Moss, unlisted: true}
--- seeds/registers/sources.yml
sources:
  tarn-post: {name: The Tarn Post, kind: weekly newspaper, aliases: [Tarn Post]}
--- seeds/registers/topics.yml
topics:
  ports: {label: Ports and shipping, words: {5: [harbour board]}}
"""
TEXT = """The harbour board met at Tarnmouth on Friday, The Tarn Post can reveal.

Ada Fenwick, the harbour master, said: “We open in May.” Mr Dunmore agreed, and Cy Moss was there too.

Paul Dunmore said the work was done. This article is invented.
"""
TODAY = dt.date(2031, 5, 1)


def catalog(folder: Path, files: str, edition: Edition = Edition.FULL) -> Catalog:
    return pipeline.choose(pipeline.load(make_archive(folder, REGISTERS + files)), edition, TODAY)


def article(folder: Path, files: str, edition: Edition = Edition.FULL) -> Article:
    (only,) = catalog(folder, files, edition).articles
    return only


def names(found: Article) -> list[str]:
    return [person.name for person in found.people.value]


def test_a_text_alone_is_described_by_itself(tmp_path: Path) -> None:
    found = article(tmp_path, f"--- seeds/pier.txt\n{TEXT}")
    assert found.source.value is not None
    assert (found.source.value.name, found.source.origin, found.source.lines) == ("The Tarn Post", Origin.DERIVED, (1,))
    assert [topic.id for topic in found.topics.value] == ["ports"]
    assert found.title.origin is Origin.DERIVED
    assert (found.published.value, found.published.origin) == (None, Origin.NONE)
    assert found.private, "nothing allows the text to be published"


def test_unlisted_people_are_left_out_of_what_is_derived(tmp_path: Path) -> None:
    assert names(article(tmp_path, f"--- seeds/pier.txt\n{TEXT}")) == ["Ada Fenwick", "Paul Dunmore"]


def test_the_record_comes_first(tmp_path: Path) -> None:
    record = (
        "--- seeds/pier.yml\ntitle: Pier\nsource: tarn post\ntopics: []\npeople: [A. B. Fenwick, Cy Moss, Eve Rowe]\n"
    )
    found = article(tmp_path, f"--- seeds/pier.txt\n{TEXT}{record}")
    assert (found.title.value, found.title.origin) == ("Pier", Origin.RECORD)
    assert found.source.value is not None
    assert (found.source.value.name, found.source.value.kind) == ("The Tarn Post", "weekly newspaper")
    assert (found.topics.value, found.topics.origin) == ((), Origin.RECORD)
    assert names(found) == ["Ada Fenwick", "Eve Rowe"]


def test_a_source_outside_the_register_stays_plain_text(tmp_path: Path) -> None:
    found = article(tmp_path, "--- seeds/pier.yml\ntitle: Pier\nsource: The Lantern\n")
    assert found.source.value is not None
    assert (found.source.value.name, found.source.value.id) == ("The Lantern", "")


def test_the_public_edition_of_a_summary_words_nothing_by_the_text(tmp_path: Path) -> None:
    found = article(tmp_path, f"--- seeds/pier.txt\n{TEXT}", Edition.PUBLIC)
    assert (found.title.value, found.title.origin) == ("[Untitled article pier]", Origin.SUPPLIED)
    assert (found.people.value, found.blocks, found.held) == ((), (), False)


def test_the_public_edition_shows_what_the_record_releases(tmp_path: Path) -> None:
    record = "--- seeds/pier.yml\ntitle: Pier\naccess: full\nrights: CC0-1.0\n"
    found = article(tmp_path, f"--- seeds/pier.txt\n{TEXT}{record}", Edition.PUBLIC)
    assert found.held
    assert not found.private
    assert [block.line for block in found.blocks] == [1, 3, 5]


@pytest.mark.parametrize(("day", "count"), [(dt.date(2031, 4, 30), 0), (dt.date(2031, 5, 1), 1)])
def test_an_embargo_holds_until_its_day(tmp_path: Path, day: dt.date, count: int) -> None:
    root = make_archive(tmp_path, "--- seeds/pier.yml\ntitle: Pier\nembargo: 2031-05-01\n")
    loaded = pipeline.load(root)
    assert len(pipeline.choose(loaded, Edition.PUBLIC, day).articles) == count
    assert len(pipeline.choose(loaded, Edition.FULL, day).articles) == 1


def test_a_redacted_passage_is_gone_before_anything_is_derived(tmp_path: Path) -> None:
    record = "--- seeds/pier.yml\nredactions:\n  - {passage: Ada Fenwick, reason: privacy}\n"
    found = article(tmp_path, f"--- seeds/pier.txt\n{TEXT}{record}")
    assert "Fenwick" not in f"{found.title.value} {names(found)} {[block.text for block in found.blocks]}"
    assert found.blocks[1].text.startswith("▮▮▮, the harbour master")


def test_a_redaction_meets_a_passage_across_line_ends(tmp_path: Path) -> None:
    record = "--- seeds/pier.yml\ntitle: Pier\nredactions:\n  - {passage: was done. This article, reason: error}\n"
    text = TEXT.replace("was done. This", "was done.\nThis")
    found = article(tmp_path, f"--- seeds/pier.txt\n{text}{record}")
    assert [(block.line, block.text) for block in found.blocks][-2:] == [
        (5, "Paul Dunmore said the work ▮▮▮"),
        (6, "is invented."),
    ]


def test_a_withdrawn_article_keeps_its_address_only(tmp_path: Path) -> None:
    gone_since = "access: withdrawn\nwithdrawn: {on: 2031-05-02, reason: privacy}\n"
    record = f"--- seeds/pier.yml\ntitle: Pier\npeople: [Ada Fenwick]\n{gone_since}"
    shown = catalog(tmp_path, f"--- seeds/pier.txt\n{TEXT}{record}")
    assert (shown.articles, shown.people, shown.sources, shown.topics) == ((), (), (), {})
    (gone,) = shown.withdrawn
    assert (gone.id, gone.blocks, gone.people.value, gone.source.value) == ("pier", (), (), None)
    assert "Pier" not in gone.title.value


def test_private_persons_are_in_no_index(tmp_path: Path) -> None:
    record = "--- seeds/pier.yml\ntitle: Pier\npeople: [Bo Lind, Ada Fenwick]\n"
    shown = catalog(tmp_path, record)
    assert names(shown.articles[0]) == ["Bo Lind", "Ada Fenwick"]
    assert [entry.name for entry in shown.people] == ["Ada Fenwick"]


def test_a_line_is_a_paragraph_unless_the_text_is_wrapped() -> None:
    loose = "One line that is a paragraph.\nAnother.\n\nA third."
    assert [block.text for block in make_blocks(Text("x.txt", loose), ())] == [
        "One line that is a paragraph.",
        "Another.",
        "A third.",
    ]
    line = "The harbour board said that the pier would be open again by the spring,"
    wrapped = f"{line}\n{line}\nand no later.\n\n{line}\nperhaps."
    assert is_wrapped(wrapped.split("\n"))
    assert [block.line for block in make_blocks(Text("x.txt", wrapped), ())] == [1, 5]


def test_residue_is_a_block_of_its_own_kind(tmp_path: Path) -> None:
    found = article(tmp_path, f"--- seeds/pier.txt\n{TEXT}\nShare.\nExit mobile version\n")
    assert [block.kind for block in found.blocks][-2:] == [BlockKind.INTERFACE, BlockKind.INTERFACE]
