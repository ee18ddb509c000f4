"""What a record gives is not looked for in the text; a name held back stays out of quotations all the same."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from bench.builds.corpora import make, with_records
from build_site import pipeline
from build_site.article.given import given
from build_site.article.model import Edition
from build_site.derive import whole
from build_site.describe.provenance import provenance_files
from build_site.fields.record import Record
from build_site.problem import Severity
from tests.archive import make_archive
from tests.outputs import TODAY, all_files

if TYPE_CHECKING:
    from pathlib import Path

SEARCHES = {
    "title": "derive_title",
    "source": "derive_source",
    "published": "derive_published",
    "not_before": "derive_not_before",
    "language": "derive_language",
    "topics": "derive_topics",
    "people": "_people",
}
"""What is searched for, and the function that does it."""
LINES = {
    "title": "title: Ferry timetable changes",
    "source": "source: The Tarn Post",
    "published": "published: 2031-05-01",
    "language": "language: en",
    "topics": "topics: [ports]",
    "people": "people: [Ada Fenwick]",
    "names_checked": "names_checked: {by: A. Keeper, on: 2031-05-02}",
}
"""The lines of a complete record."""
FILES = """--- seeds/registers/people.yml
people:
  ada-fenwick: {name: Ada Fenwick}
--- seeds/registers/topics.yml
topics:
  ports: {label: Ports and shipping, words: {5: [harbour board, Girl A of the harbour]}}
--- seeds/pier.txt
The harbour board met at Tarnmouth on Friday, and nobody was late.

Girl A of the harbour saw Ada Fenwick there.

Ada Fenwick said in 2029 that the ferry was late. This article is invented.

Photograph: Bo Lund/The Tarn Post
--- seeds/pier.yml
rights: CC0-1.0
access: full
"""


def archive(folder: Path, *without: str) -> Path:
    return make_archive(folder, FILES + "".join(f"{line}\n" for name, line in LINES.items() if name not in without))


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the fields that are searched for, as it happens."""
    found: list[str] = []

    def noting(field: str, function: Any) -> Any:  # noqa: ANN401 - stands for functions of many kinds
        def noted(*values: Any) -> Any:  # noqa: ANN401 - the same
            found.append(field)
            return function(*values)

        return noted

    for field, name in SEARCHES.items():
        monkeypatch.setattr(whole, name, noting(field, getattr(whole, name)))
    return found


@pytest.mark.parametrize(
    ("without", "wanted"),
    [
        ((), set()),
        (("language",), {"language"}),
        (("title",), {"title", "people"}),
        (("source",), {"source", "people"}),
        (("published",), {"published", "not_before", "people"}),
        (("topics",), {"topics", "people"}),
        (("people",), {"people"}),
        (tuple(LINES), set(SEARCHES)),
    ],
)
def test_only_what_a_record_leaves_open_is_searched_for(
    tmp_path: Path, searched: list[str], without: tuple[str, ...], wanted: set[str]
) -> None:
    pipeline.examine(archive(tmp_path, *without))
    assert sorted(searched) == sorted(wanted)


def test_names_that_nobody_has_checked_are_searched_for(tmp_path: Path, searched: list[str]) -> None:
    found = pipeline.examine(archive(tmp_path, "names_checked"))
    assert searched == ["people"]
    (problem,) = found.problems
    assert "1 name in it is held back" in problem.message


def test_a_date_that_is_not_known_leaves_the_text_to_be_searched() -> None:
    assert given(Record(given=frozenset(["published"]))) == frozenset()


def test_residue_is_found_whatever_a_record_gives(tmp_path: Path) -> None:
    (article,) = pipeline.load(archive(tmp_path)).articles
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph", "paragraph", "credit"]


def test_what_was_kept_for_another_record_is_not_used(tmp_path: Path) -> None:
    assert pipeline.load_kept(archive(tmp_path)).articles[0].title.origin == "record"
    (tmp_path / "seeds/pier.yml").write_text("rights: CC0-1.0\naccess: summary\n", "utf-8")
    (article,) = pipeline.load_kept(tmp_path).articles
    assert article.title.value.startswith("The harbour board met at Tarnmouth")
    assert [person.name for person in article.people.value] == ["Ada Fenwick"]


def files(root: Path) -> dict[str, str]:
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, TODAY)
    made = all_files(catalog) | provenance_files(catalog)
    return {path: data.decode("utf-8", "replace") for path, data in made.items()}


@pytest.mark.parametrize("without", ["title", "topics", "people", "published"])
def test_a_name_held_back_is_in_no_quotation(tmp_path: Path, without: str) -> None:
    made = files(archive(tmp_path, without))
    assert json.loads(made["data/provenance/pier.json"])["names_held_back"] == 1
    assert "Girl A" not in made["data/provenance/pier.json"]
    assert "Girl A" not in made["people/ada-fenwick.md"]
    assert "said in 2029" in made["people/ada-fenwick.md"]


def test_a_complete_record_says_where_its_values_come_from(tmp_path: Path) -> None:
    made = files(archive(tmp_path))
    found = json.loads(made["data/provenance/pier.json"])
    origins = {name: field["origin"] for name, field in found["fields"].items()}
    assert origins.pop("not_before") == "none"
    assert set(origins.values()) == {"record"}
    assert found["names_held_back"] is None, "nobody counted"
    section = made["articles/pier.md"].partition("How this was described")[2]
    assert "worked out from the text" not in section
    assert section.count("from the record") == 5


def test_nothing_is_searched_for_in_the_articles_that_builds_are_measured_with(
    tmp_path: Path, searched: list[str]
) -> None:
    make(tmp_path, with_records(20))
    assert not [item for item in pipeline.examine(tmp_path).problems if item.severity is Severity.ERROR]
    assert searched == []


def test_a_text_whose_people_are_given_loads_no_word_lists() -> None:
    asked = """
import sys
from build_site.derive.whole import derive
from build_site.registers.model import Registers
from build_site.seed.text import Text
lines = ["Ferry timetable changes", "By Ada Fenwick", "The ferry to Tarnmouth leaves at noon.", "Nobody minded."]
derive(Text("pier.txt", "\\n".join(lines)), Registers(), {"title", "source", "topics", "people"})
print(*(name for name in sys.modules if name.startswith("build_site.derive.people")))
"""
    said = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == ""
