"""What an edition withholds is in no file that it writes: pages, references, data, feeds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from tests.archive import make_archive
from tests.outputs import all_files, catalog

if TYPE_CHECKING:
    from pathlib import Path

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
FILES = f"""--- seeds/registers/people.yml
people:
  ada-fenwick: {{name: Ada Fenwick}}
  odile-marchbanks: {{name: Odile Marchbanks, page: false}}
  tamsin-orrell: {{name: Tamsin Orrell, unlisted: true}}
--- seeds/shown.yml
title: Ferry timetable changes
published: 2031-04-02
access: full
rights: {CC0}
people: [Ada Fenwick, Odile Marchbanks, Tamsin Orrell]
summary: Ms Marchbanks explains the timetable.
outcome: Odile Marchbanks keeps the timetable (invented).
--- seeds/shown.txt
The ferry leaves at noon, says zebrafish.
--- seeds/closed.yml
title: Closed
published: 2031-04-03
access: summary
rights: http://rightsstatements.org/vocab/InC/1.0/
--- seeds/closed.txt
Nobody may read platypus here.
--- seeds/gone.yml
title: Wombat withdrawn
published: 2031-04-04
access: withdrawn
withdrawn: {{on: 2031-05-02, reason: copyright}}
notes: Withdrawn at the request of the outlet.
summary: A wombat.
formerly: [once-gone]
--- seeds/later.yml
title: Quokka later
published: 2031-04-05
embargo: 2039-01-01
formerly: [once-later]
"""


def files(folder: Path, edition: Edition, today: dt.date) -> dict[str, bytes]:
    return all_files(pipeline.choose(pipeline.load(make_archive(folder, FILES)), edition, today))


def naming(made: dict[str, bytes], word: str) -> set[str]:
    return {path for path, data in made.items() if word.encode() in data}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files(tmp_path_factory.mktemp("public"), Edition.PUBLIC, dt.date(2033, 1, 1))


@pytest.mark.parametrize("word", ["platypus", "Wombat", "wombat", "Quokka", "once-later", "Orrell"])
def test_the_public_edition_withholds(public: dict[str, bytes], word: str) -> None:
    assert naming(public, word) == set()


def test_a_withdrawn_article_keeps_its_tombstone_and_nothing_else(public: dict[str, bytes]) -> None:
    assert {path for path in public if "gone" in path} == {"articles/gone.md", "articles/once-gone.md"}
    assert naming(public, "gone") == {"articles/gone.md", "articles/once-gone.md"}


def test_a_person_without_a_page_is_in_no_references_data_or_feeds(public: dict[str, bytes]) -> None:
    named = naming(public, "Marchbanks")
    assert "articles/shown.md" in named
    assert not {path for path in named if path.startswith(("cite/", "data/", "feeds/", "people/odile"))}
    assert {"data/people.csv", "data/archive.sqlite"} <= naming(public, "Ada Fenwick")


def test_a_text_that_may_be_shown_is_in_the_data(public: dict[str, bytes]) -> None:
    assert naming(public, "zebrafish") == {"articles/shown.md", "data/articles.jsonl", "data/archive.sqlite"}


def test_the_full_edition_shows_more(tmp_path: Path) -> None:
    made = files(tmp_path, Edition.FULL, dt.date(2033, 1, 1))
    assert "data/archive.sqlite" in naming(made, "platypus")
    assert "cite/all.bib" in naming(made, "Quokka later")
    assert naming(made, "Wombat") == set()


def test_private_people_of_the_records_are_in_no_other_file() -> None:
    made = all_files(catalog("records"))
    for article in catalog("records").articles:
        private = [person.name for person in article.people.value if not person.indexed]
        assert private
        for name in private:
            assert naming(made, name) == {f"articles/{article.id}.md"}
