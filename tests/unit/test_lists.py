"""What a list says of an article, and what stays on the article's own page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from build_site import pipeline
from build_site.article.model import Edition
from build_site.cite.model import END, ITALIC
from build_site.machine.forks import ENOUGH
from build_site.machine.recipes import content
from build_site.page.charts import bar_chart
from build_site.page.make import make_files, make_pages
from build_site.page.markdown import isolated, isolated_runs
from build_site.site.config import read_settings
from tests.archive import make_archive
from tests.outputs import SETTINGS, catalog

if TYPE_CHECKING:
    from pathlib import Path

FILES = """--- seeds/registers/people.yml
people:
  bo-lind: {name: Bo Lind, page: false}
--- seeds/pier.yml
title: Pier to reopen
source: The Tarn Post
people: [Bo Lind]
outcome: The fee of Bo Lind was paid back (The Tarn Post, 3 June 2031).
rights: CC0-1.0
--- seeds/quay.yml
title: Quay to close
source: The Tarn Post
outcome: The quay stayed open (The Tarn Post, 4 June 2031).
rights: CC0-1.0
"""


def test_an_outcome_stands_in_lists_unless_it_names_a_private_person(tmp_path: Path) -> None:
    root = make_archive(tmp_path, FILES)
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, dt.date(2031, 7, 1))
    pages = {page.path: page.body for page in make_pages(catalog, read_settings(root))}
    assert "Outcome: The fee of Bo Lind" in pages["articles/pier.md"]
    assert "Outcome: The quay stayed open" in pages["sources/the-tarn-post.md"]
    assert [path for path, body in pages.items() if "Lind" in body] == ["articles/pier.md"]


UNSOURCED = """--- seeds/quay.yml
{title: Quay to close, source: Not Known}
--- seeds/pier.yml
{title: Pier to reopen}
"""


def test_articles_of_no_known_source_have_a_list(tmp_path: Path) -> None:
    catalog = pipeline.choose(pipeline.load(make_archive(tmp_path, UNSOURCED)), Edition.FULL, dt.date(2031, 7, 1))
    pages = {page.path: page.body for page in make_pages(catalog, SETTINGS)}
    assert "The source of [1 article](not_known.md) is not known." in pages["sources/index.md"]
    assert "[Source not known](sources/not_known.md) (1)" in pages["index.md"]
    assert "Pier to reopen" in pages["sources/not_known.md"]
    assert "Quay to close" in pages["sources/not-known.md"], "an outlet of that name has its own"


def test_processes_that_share_the_pages_make_the_same_files() -> None:
    of = catalog("demonstration")
    assert len(of.articles) > ENOUGH, "or no process is started"
    assert content(make_files(of, SETTINGS)) == {page.path: page.text.encode() for page in make_pages(of, SETTINGS)}


def test_a_name_from_right_to_left_does_not_turn_the_line() -> None:
    assert isolated("The Northport Courier") == "The Northport Courier"
    assert isolated("بريد الميناء") == "*بريد الميناء*{ .name dir=rtl }"


def test_runs_from_right_to_left_stand_apart_in_a_citation() -> None:
    line = f"“الميناء * مغلق.” {ITALIC}بريد الميناء{END}, 2 April 2031. {ITALIC}The Port{END}"
    apart = "{ .name dir=rtl }"
    assert isolated_runs(line) == f"“*الميناء \\* مغلق*{apart}.” *بريد الميناء*{apart}, 2 April 2031. *The Port*"


def test_a_year_is_as_wide_as_a_telephone() -> None:
    year = bar_chart("Articles a month", ("month", "articles"), [(str(n), str(n), n) for n in range(12)])
    assert year["width"] <= 340
    assert [bar["height"] for bar in year["bars"]][:2] == [0, 9]
