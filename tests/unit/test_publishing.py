"""What may be published, and what a reader is told of it. Everything is invented."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.page.make import make_pages
from build_site.problem import ProblemsError
from build_site.site.config import read_settings
from build_site.web import Settings
from tests.archive import make_archive

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.catalog.model import Catalog

TODAY = dt.date(2031, 6, 1)
IN_COPYRIGHT = """\
--- seeds/pier.txt
The pier at Tarnmouth opens again on Friday.
--- seeds/pier.yml
title: Pier to reopen
access: full
rights: {statement: http://rightsstatements.org/vocab/InC/1.0/, holder: The Northport Courier, note: by letter}
"""
NOTED = """\
--- seeds/pier.yml
title: Pier to reopen
summary: A pier.
corrections: [{on: 2031-05-02, note: It was Friday}, {on: 2031-05-09, note: It was *Monday*}]
editors_note: Another version was printed later.
outcome: It closed again.
sensitivity: [drowning]
--- seeds/tram.yml
title: Tram
summary: A tram.
corrections: [{on: 2031-05-04, note: It was green}]
"""


def catalog(root: Path, files: str, edition: Edition = Edition.PUBLIC, today: dt.date = TODAY) -> Catalog:
    return pipeline.choose(pipeline.load(make_archive(root, files)), edition, today)


def pages(
    root: Path, files: str, settings: Settings | None = None, edition: Edition = Edition.PUBLIC
) -> dict[str, str]:
    made = make_pages(catalog(root, files, edition), settings or Settings())
    return {page.path: page.text for page in made}


def test_rights_that_forbid_it_are_overruled_by_the_owner_only(tmp_path: Path) -> None:
    root = make_archive(tmp_path, IN_COPYRIGHT)
    with pytest.raises(ProblemsError, match="does not let the text be published in full"):
        pipeline.load(root)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nextra: {publish_in_copyright: true}\n", encoding="utf-8")
    assert pipeline.choose(pipeline.load(root), Edition.PUBLIC, TODAY).held == 1


def test_rights_stand_on_the_page_in_plain_words(tmp_path: Path) -> None:
    page = pages(tmp_path, IN_COPYRIGHT.replace("access: full", "access: summary"))["articles/pier.md"]
    assert "[In copyright](http://rightsstatements.org/vocab/InC/1.0/)\n- Rights holder: The Northport Courier" in page
    assert "by letter" in page


@pytest.mark.parametrize(("today", "shown"), [(dt.date(2031, 5, 31), 0), (dt.date(2031, 6, 1), 1)])
def test_an_embargo_ends_on_its_day(today: dt.date, shown: int, tmp_path: Path) -> None:
    files = "--- seeds/pier.yml\ntitle: Pier\nsummary: A pier.\nembargo: 2031-06-01\n"
    assert len(catalog(tmp_path, files, today=today).articles) == shown


def test_a_full_edition_with_an_embargoed_article_is_private(tmp_path: Path) -> None:
    files = "--- seeds/pier.yml\ntitle: Pier\nsummary: A pier.\nembargo: 2031-06-02\n"
    assert catalog(tmp_path, files, Edition.FULL).private
    assert not catalog(tmp_path, files, Edition.FULL, dt.date(2031, 6, 2)).private


def test_notes_stand_above_the_text_with_places_that_help(tmp_path: Path) -> None:
    settings = Settings(support=(("Invented Helpline", "https://helpline.example/"),))
    page = pages(tmp_path, NOTED, settings)["articles/pier.md"]
    order = (
        "Correction, 2 May 2031: It was Friday",
        "Correction, 9 May 2031: It was \\*Monday\\*",
        "Outcome: It closed again.",
        "Note of the archive: Another version was printed later.",
        "Content note: drowning. Help and support: [Invented Helpline](https://helpline.example/)",
    )
    places = [page.index(said) for said in order]
    assert places == sorted(places)


def test_all_corrections_stand_on_one_page_newest_first(tmp_path: Path) -> None:
    page = pages(tmp_path, NOTED)["corrections/index.md"]
    places = [page.index(day) for day in ("9 May 2031", "4 May 2031", "2 May 2031")]
    assert places == sorted(places)
    assert "[Tram](../articles/tram.md)" in page


def test_readers_learn_whom_to_write_to(tmp_path: Path) -> None:
    page = pages(tmp_path, NOTED, Settings(contact="mailto:keeper@archive.example"))["corrections/removal.md"]
    assert "[keeper@archive.example](mailto:keeper@archive.example)" in page
    assert "Nobody has set an address yet" in pages(tmp_path, NOTED)["corrections/removal.md"]


@pytest.mark.parametrize(
    "extra", ["{contact: 'javascript:alert(1)'}", "{support: words}", "{support: [{name: x, url: 'javascript:x'}]}"]
)
def test_what_the_owner_sets_is_held_to_its_form(extra: str, tmp_path: Path) -> None:
    root = make_archive(tmp_path, NOTED)
    (root / "mkdocs.yml").write_text(f"site_name: x\nextra: {extra}\n", encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"extra\.(contact|support)"):
        read_settings(root)


def test_a_redacted_passage_is_in_no_edition(tmp_path: Path) -> None:
    files = "--- seeds/pier.txt\nBo Secret\nopened the pier, and Bo Secret left.\n--- seeds/pier.yml\ntitle: Pier\n"
    files += "summary: A pier.\nredactions: [{passage: Bo Secret, reason: privacy}]\n"
    for edition in Edition:
        made = pages(tmp_path, files, edition=edition)
        assert [path for path, text in made.items() if "Secret" in text] == []
    full = pages(tmp_path, files, edition=Edition.FULL)["articles/pier.md"]
    assert "Taken out of the text where ▮▮▮ stands: privacy" in full


def test_the_lint_looks_at_texts_that_are_published_in_full_only(tmp_path: Path) -> None:
    files = "--- seeds/pier.txt\nWrite to a@b.example.\n--- seeds/pier.yml\ntitle: Pier\nsummary: A pier.\n"
    assert catalog(tmp_path / "summary", files).held == 0
    full = files + "access: full\nrights: CC0-1.0\n"
    with pytest.raises(ProblemsError, match=r"seeds/pier\.txt:1:10: an e-mail address would be published"):
        catalog(tmp_path / "full", full)
    assert catalog(tmp_path / "allowed", f"{full}personal_data: [e-mail]\n").held == 1
