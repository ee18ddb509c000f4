"""How the command ends, and what it leaves on disk."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.archive import build_site, make_archive
from tests.inside import run_inside
from tests.links import broken_links, text_of

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVE = """--- seeds/registers/topics.yml
topics:
  ports: {label: Ports and shipping}
--- seeds/pier.txt
The pier at Tarnmouth opens again on Friday, the harbour board said.

It was closed for a winter. This article is invented.
--- seeds/pier.yml
title: Pier to reopen
source: The Tarn Post
published: 2031-02
topics: [ports]
people: [Ada Fenwick]
access: full
rights: CC0-1.0
--- seeds/2032/quay.yml
title: Quay to close
people: [Ada Fenwick]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "an archive", ARCHIVE)


def test_problems_end_with_1_and_nothing_is_written(root: Path) -> None:
    (root / "seeds/pier.yml").write_text("titel: Pier\n", "utf-8")
    run = build_site(root)
    assert run.status == 1
    assert "seeds/pier.yml:1:1: titel: no such field" in run.err
    assert "Traceback" not in run.err
    assert run.out == ""
    assert not (root / "docs").exists()
    assert not (root / "site").exists()


def test_wrong_usage_ends_with_2(root: Path) -> None:
    assert build_site(root, "--edition", "secret").status == 2
    assert run_inside(root, "biuld").status == 2
    assert run_inside(root, "serve", "--port", "99999").status == 2


def test_mkdocs_failing_ends_with_3_in_our_form(root: Path) -> None:
    assert run_inside(root).status == 0
    before = text_of(root / "site/articles/pier/index.html")
    (root / "docs/guide.md").write_text("# Guide\n\n[nowhere](nowhere.md)\n", "utf-8")
    (root / "seeds/pier.yml").write_text("title: Pier still closed\n", "utf-8")
    run = build_site(root)
    assert run.status == 3
    assert "MkDocs: Doc file 'guide.md' contains a link 'nowhere.md'" in run.err
    assert "hint: " in run.err
    assert "Traceback" not in run.err
    assert text_of(root / "site/articles/pier/index.html") == before, "the former site stays until a new one is whole"


def test_an_archive_without_mkdocs_yml(tmp_path: Path) -> None:
    run = run_inside(tmp_path)
    assert run.status == 1
    assert run.err.startswith("mkdocs.yml: there is no mkdocs.yml in")


def test_check_writes_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    run = run_inside(root, "check")
    assert run.status == 0
    assert run.out.startswith("2 articles: 2 notices\n")
    assert sorted(root.rglob("*")) == before


def test_pages_that_nothing_makes_any_more_are_removed(root: Path) -> None:
    assert run_inside(root, "--pages-only").status == 0
    assert (root / "docs/people/ada-fenwick.md").is_file(), "a name in two articles has a page"
    (root / "seeds/2032/quay.yml").unlink()
    run = run_inside(root, "--pages-only")
    assert run.status == 0
    assert not (root / "docs/articles/quay.md").exists()
    assert not (root / "docs/people/ada-fenwick.md").exists(), "a name in one article leads to the article"
    assert not (root / "docs/dates/undated.md").exists()
    assert run_inside(root).status == 0
    assert broken_links(root / "site") == []


def test_mkdocs_publishes_the_pages_of_an_archive_that_was_never_built(root: Path) -> None:
    assert run_inside(root, "--pages-only").out.endswith("Next: mkdocs build --strict\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert (root / "site/articles/pier/index.html").is_file()


def test_a_folder_of_somebody_else_is_refused(root: Path) -> None:
    (root / "docs/people").mkdir(parents=True)
    (root / "docs/people/mine.md").write_text("# Mine\n", "utf-8")
    run = run_inside(root)
    assert run.status == 1
    assert run.err.startswith("docs/people: this folder was not made by build_site")
    assert (root / "docs/people/mine.md").read_text("utf-8") == "# Mine\n"
    assert not (root / "docs/articles").exists()


def test_a_file_of_somebody_else_in_a_generated_folder_is_refused(root: Path) -> None:
    assert run_inside(root, "--pages-only").status == 0
    (root / "docs/articles/mine.html").write_text("<p>mine", "utf-8")
    (root / "seeds/pier.yml").write_text("title: Changed\n", "utf-8")
    run = run_inside(root, "--pages-only")
    assert run.status == 1
    assert run.err.startswith("docs/articles/mine.html: this file was not made by build_site")
    assert "title: Pier to reopen" in (root / "docs/articles/pier.md").read_text("utf-8"), "nothing was written"


def test_a_home_page_written_by_hand_is_refused(root: Path) -> None:
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Welcome\n", "utf-8")
    assert run_inside(root).status == 1
    assert (root / "docs/index.md").read_text("utf-8") == "# Welcome\n"


def gh_deploy(root: Path) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs gh-deploy` in a repository whose remote is a folder beside it."""
    git = shutil.which("git")
    assert git
    remote = root.parent / "remote.git"
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    commands = [
        ["init", "--quiet", "--bare", str(remote)],
        ["init", "--quiet"],
        ["remote", "add", "origin", str(remote)],
    ]
    for command in [*commands, [*identity, "commit", "--quiet", "--allow-empty", "-m", "start"]]:
        subprocess.run([git, *command], cwd=root, check=True)
    for name, value in (("user.name", "Test"), ("user.email", "test@example.org")):
        subprocess.run([git, "config", name, value], cwd=root, check=True)
    command = [sys.executable, "-m", "mkdocs", "gh-deploy", "--quiet", "--site-dir", "deployed"]
    return subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)


def branches(root: Path) -> str:
    git = shutil.which("git")
    assert git
    done = subprocess.run([git, "branch", "--list"], cwd=root.parent / "remote.git", check=True, capture_output=True)
    return done.stdout.decode()


def test_a_private_copy_is_not_deployed(root: Path) -> None:
    (root / "seeds/pier.yml").write_text("title: Pier to reopen\naccess: summary\n", "utf-8")
    assert run_inside(root).status == 0
    done = gh_deploy(root)
    assert done.returncode != 0
    assert "This is a private copy" in done.stderr
    assert "hint: run `build-site --edition public` first" in done.stderr
    assert branches(root) == ""


def test_the_public_edition_is_deployed(root: Path) -> None:
    (root / "seeds/pier.yml").write_text("title: Pier to reopen\naccess: summary\n", "utf-8")
    assert run_inside(root, "--edition", "public").status == 0
    done = gh_deploy(root)
    assert done.returncode == 0, done.stderr
    assert "gh-pages" in branches(root)


def test_mkdocs_by_hand_gives_the_same_pages(root: Path) -> None:
    assert run_inside(root).status == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "by-hand"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    ours = {path.relative_to(root / "site"): path.read_bytes() for path in (root / "site").rglob("*.html")}
    by_hand = {path.relative_to(root / "by-hand"): path.read_bytes() for path in (root / "by-hand").rglob("*.html")}
    assert ours == by_hand


def test_properdocs_builds_the_same_tree(root: Path) -> None:
    pytest.importorskip("properdocs", reason="opt-in: pip install properdocs")
    assert run_inside(root).status == 0
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "--quiet",
        "-f",
        "mkdocs.yml",
        "--site-dir",
        "proper",
    ]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    ours = {path.relative_to(root / "site"): text_of(path) for path in (root / "site").rglob("*.html")}
    theirs = {path.relative_to(root / "proper"): text_of(path) for path in (root / "proper").rglob("*.html")}
    assert ours == theirs
