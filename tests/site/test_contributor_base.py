"""What a pull request changes: ids that are gone, and what its reviewer is shown. Everything is invented."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.archive import make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVE = """--- seeds/registers/topics.yml
topics:
  ports: {label: Ports and shipping}
  parks: {label: Parks}
--- seeds/pier.yml
title: Pier to reopen
topics: [ports]
people: [Ada Fenwick]
rights: CC0-1.0
--- seeds/2032/quay.yml
title: Quay to close
rights: CC0-1.0
"""


def git(root: Path, *arguments: str) -> None:
    program = shutil.which("git")
    assert program
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run([program, *identity, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_archive(tmp_path / "an archive", ARCHIVE)
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "the base")
    return root


def test_an_id_that_is_gone_is_an_error(root: Path) -> None:
    (root / "seeds/2032/quay.yml").rename(root / "seeds/quays.yml")
    assert run_inside(root, "check").status == 0
    run = run_inside(root, "check", "--against", "HEAD")
    assert run.status == 1
    said = run.err.splitlines()
    assert said[0] == 'seeds/2032/quay.yml: the id "quay" was in HEAD and leads nowhere any more'
    assert said[1].startswith('  hint: did you mean "quays"? if the article has a new id, write `formerly: [quay]`')


def test_following_the_hint_settles_it(root: Path) -> None:
    (root / "seeds/2032/quay.yml").rename(root / "seeds/quays.yml")
    (root / "seeds/quays.yml").write_text("title: Quay to close\nrights: CC0-1.0\nformerly: [quay]\n", "utf-8")
    assert run_inside(root, "check", "--against", "HEAD").status == 0
    (root / "seeds/quays.yml").unlink()
    withdrawn = "access: withdrawn\ntitle: Quay to close\nwithdrawn: {on: 2031-05-02, reason: error}\n"
    (root / "seeds/quay.yml").write_text(withdrawn, "utf-8")
    run = run_inside(root, "check", "--against", "HEAD")
    assert (run.status, run.err) == (0, "")


FORMER = """\
seeds/quays.md: the former id "quay" led to an article in HEAD and leads nowhere any more
  hint: write `quay` under `formerly` of its record again, beside later ids: an address is for good

"""


def test_a_second_new_name_keeps_the_first_one(root: Path) -> None:
    (root / "seeds/2032/quay.yml").unlink()
    record = "---\ntitle: Quay to close\nrights: CC0-1.0\nformerly:\n- {}\n---\n\nThe quay formerly had two cranes.\n"
    (root / "seeds/quays.md").write_text(record.format("quay"), "utf-8")
    assert run_inside(root, "check", "--against", "HEAD").status == 0
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "renamed once")
    (root / "seeds/quays.md").rename(root / "seeds/quay-walls.md")
    (root / "seeds/quay-walls.md").write_text(record.format("quays"), "utf-8")
    run = run_inside(root, "check", "--against", "HEAD")
    assert (run.status, run.err) == (1, FORMER)
    (root / "seeds/quay-walls.md").write_text(record.format("quays\n- quay"), "utf-8")
    run = run_inside(root, "check", "--against", "HEAD")
    assert (run.status, run.err) == (0, "")


def test_a_record_that_was_wrong_there_names_no_former_ids(root: Path) -> None:
    (root / "seeds/pier.yml").write_text("title: Pier\nrights: CC0-1.0\nformerly: {a: [}\n", "utf-8")
    git(root, "commit", "--quiet", "-am", "a mistake")
    (root / "seeds/pier.yml").write_text("title: Pier\nrights: CC0-1.0\n", "utf-8")
    run = run_inside(root, "check", "--against", "HEAD")
    assert (run.status, run.err) == (0, "")


def test_moving_a_file_keeps_its_id(root: Path) -> None:
    (root / "seeds/2032/quay.yml").rename(root / "seeds/quay.yml")
    assert run_inside(root, "check", "--against", "HEAD").status == 0


@pytest.mark.parametrize("ref", ["nothing", "--output=seeds/x", "-h"])
def test_a_base_that_is_none_is_refused(root: Path, ref: str) -> None:
    before = sorted(root.rglob("*"))
    run = run_inside(root, "check", f"--against={ref}")
    assert run.status in (1, 2)
    assert "hint: name a branch, a tag or a commit" in run.err
    assert sorted(root.rglob("*")) == before


def test_the_summary_shows_what_is_new(root: Path) -> None:
    record = (
        "title: Park *opens* | <b>soon</b>\nsource: The Tarn Post\npublished: 2031-04\ntopics: [parks, ports]\n"
        "people: [Bo Marlow, Ada Fenwick]\nsummary: A park is to open.\nrights: CC0-1.0\n"
    )
    (root / "seeds/park.yml").write_text(record, "utf-8")
    run = run_inside(root, "summary", "--against", "HEAD")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("## 1 new article\n\n### park\n")
    assert "| title | Park \\*opens\\* &#124; " in run.out
    assert "<b>" not in run.out
    assert "| published | April 2031 |" in run.out
    assert "| reviewed | not yet |" in run.out
    assert "**People new to the archive**\n\n- Bo Marlow\n" in run.out
    assert "**Topics new to the archive**\n\n- Parks\n" in run.out
    assert f"(+{len(record.encode())})." in run.out


def test_the_summary_says_no_more_than_the_public_edition(root: Path) -> None:
    (root / "seeds/park.txt").write_text("The park opens on Friday, said Bo Marlow, the head gardener.\n", "utf-8")
    (root / "seeds/later.yml").write_text("title: Not before June\nrights: CC0-1.0\nembargo: 9999-01-01\n", "utf-8")
    (root / "seeds/early.yml").write_text("title: Only a draft\nrights: CC0-1.0\ndraft: true\n", "utf-8")
    run = run_inside(root, "summary", "--against", "HEAD")
    assert "| title | \\[Untitled article park\\] |" in run.out
    for hidden in ("Friday", "Marlow", "Not before June", "Only a draft"):
        assert hidden not in run.out


def test_the_summary_says_how_large_the_built_site_is(root: Path) -> None:
    (root / "seeds/park.yml").write_text("title: Park opens\n", "utf-8")
    assert "Size of the site" not in run_inside(root, "summary", "--against", "HEAD").out
    for path, size in (("index.html", 1500), ("articles/park/index.html", 700), ("articles/park-lane/index.html", 30)):
        (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / path).write_bytes(b"x" * size)
    said = run_inside(root, "summary", "--against", "HEAD").out
    assert "Size of the site: 2,230 bytes in 3 files; 700 of them are the folders of the new articles." in said


def test_a_broken_seed_does_not_hide_the_others(root: Path) -> None:
    (root / "seeds/park.yml").write_text("title: Park opens\n", "utf-8")
    (root / "seeds/pond.yml").write_text("titel: Pond\n", "utf-8")
    assert "### park" in run_inside(root, "summary", "--against", "HEAD").out
