"""The preview: one build an edit, the last good pages stay, drafts are nowhere else. Everything is invented."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from build_site.cli.serve import passed_over
from build_site.machine.preview import State
from tests.archive import build_site, make_archive
from tests.preview import previewing, save

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

ARCHIVE = """--- seeds/pier.yml
title: Pier to reopen
rights: CC0-1.0
--- seeds/park.yml
title: Park to open, a draft
rights: CC0-1.0
draft: true
--- docs/guide.md
# A guide
"""


def get(address: str, host: str = "") -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"Host": host} if host else {})  # noqa: S310 - of this machine
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - as above
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8", "replace")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "an archive", ARCHIVE)


def test_it_follows_edits_one_build_each(root: Path) -> None:
    with previewing(root) as preview:
        preview.line("Built: ")
        assert "Park to open, a draft" in get(f"{preview.address}articles/park/")[1]
        assert '<script src="/.preview/follow.js" defer></script></body>' in get(preview.address)[1]
        assert preview.lines_within(2) == [], "what a build writes leads to no other build"

        save(root / "seeds/pier.yml", "title: Pier to stay closed\nrights: CC0-1.0\n")
        assert preview.line("Built (").startswith("seeds/pier.yml): ")
        assert "Pier to stay closed" in get(f"{preview.address}articles/pier/")[1]

        save(root / "docs/guide.md", "# Another guide\n")
        assert preview.line("Built (").startswith("docs/guide.md): ")
        assert preview.lines_within(2) == [], "one build an edit"

        save(root / "seeds/pier.yml", "titel: Pier\n")
        assert preview.line("Not built (") == "seeds/pier.yml); the last good pages stay:"
        assert preview.line("seeds/pier.yml:1:1: ") == "titel: no such field"
        assert "Pier to stay closed" in get(f"{preview.address}articles/pier/")[1]
        assert "titel: no such field" in get(f"{preview.address}.preview/state?seen=0")[1]

        assert get(f"{preview.address}nowhere/")[0] == 404
        assert get(f"{preview.address}../../seeds/pier.yml")[0] == 404
        assert get(preview.address, host="attacker.example:80")[0] == 403
    assert not (root / "site").exists(), "the preview is not the site"


def test_a_draft_is_in_no_build(root: Path) -> None:
    run = build_site(root)
    assert run.status == 0
    assert run.out.startswith("1 article, ")
    assert not (root / "docs/articles/park.md").exists()
    assert [
        path for path in (root / "site").rglob("*") if path.is_file() and b"Park to open" in path.read_bytes()
    ] == []


@pytest.mark.parametrize(
    ("path", "over"),
    [
        ("seeds/2031/pier.txt", False),
        ("seeds/registers/people.yml", False),
        ("seeds", False),
        ("docs", False),
        ("docs/guide.md", False),
        ("overrides/main.html", False),
        ("mkdocs.yml", False),
        ("docs/articles", True),
        ("docs/index.md", True),
        ("site", True),
        (".press-archive", True),
        ("seeds/.pier.yml.swp", True),
        ("seeds/pier.yml~", True),
        ("README.md", True),
    ],
)
def test_what_is_followed(path: str, over: bool) -> None:  # noqa: FBT001 - a table's column
    assert passed_over(path) is over


def test_pages_are_told_of_each_build() -> None:
    state = State()
    state.finished("wrong")
    assert state.after(0) == {"runs": 1, "built": 0, "error": "wrong"}
    state.finished()
    assert state.after(1) == {"runs": 2, "built": 1, "error": ""}
