"""A text that holds a name held back is published in full only after a person has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.problem import ProblemsError
from tests.archive import make_archive

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """--- seeds/pier.txt
The pier at Tarnmouth opens again on Friday, Ada Fenwick said.

Girl A was there. Witness B was not, and Girl A said so. This article is invented.
--- seeds/pier.yml
rights: CC0-1.0
"""


def said(root: Path) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        pipeline.load(root)
    return [str(item) for item in caught.value.problems]


def test_published_in_full_it_needs_names_checked(tmp_path: Path) -> None:
    (only,) = said(make_archive(tmp_path, f"{TEXT}access: full\n"))
    assert only.startswith(
        "seeds/pier.yml:2:9: names_checked: the text is to be published in full, and 2 names in it are held back "
        "(seeds/pier.txt, line 3)\n"
    )
    assert "`build-site describe seeds/pier.txt`" in only
    assert "Girl A" not in only, "counts and lines only: this stands in public logs"
    assert "Witness" not in only


@pytest.mark.parametrize(
    "record",
    [
        "access: full\nnames_checked: {by: A. Keeper, on: 2031-05-02}\n",
        "access: summary\n",
        "",
        "access: withdrawn\nwithdrawn: {on: 2031-05-02, reason: test}\n",
    ],
)
def test_checked_or_not_published_it_does_not(tmp_path: Path, record: str) -> None:
    try:
        pipeline.load(make_archive(tmp_path, TEXT + record))
    except ProblemsError as error:
        assert not [item for item in error.problems if item.message.startswith("names_checked")]  # noqa: PT017 - other fields of a withdrawal are not what is asked here


def test_a_check_says_who_and_when(tmp_path: Path) -> None:
    (only,) = said(make_archive(tmp_path, f"{TEXT}access: full\nnames_checked: yes\n"))
    assert "names_checked: keys and values are expected here" in only


def test_a_text_without_such_names_needs_nothing(tmp_path: Path) -> None:
    text = "--- seeds/pier.txt\nThe pier opens on Friday, Ada Fenwick said.\n--- seeds/pier.yml\n"
    loaded = pipeline.load(make_archive(tmp_path, f"{text}rights: CC0-1.0\naccess: full\n"))
    assert [article.held_back for article in loaded.articles] == [0]


def test_only_the_number_goes_on(tmp_path: Path) -> None:
    loaded = pipeline.load(make_archive(tmp_path, TEXT))
    for edition, number in ((Edition.FULL, 2), (Edition.PUBLIC, 0)):
        (article,) = pipeline.choose(loaded, edition, today()).articles
        assert article.held_back == number
        assert "Girl A" not in repr(article.people)
        assert "Girl A" not in repr(article.title)
