"""A build that is killed, that finds no room, or that meets another one."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from build_site.machine.lock import only_one
from build_site.problem import Exit, ProblemsError
from tests.archive import build_site, make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

ONE = """\
--- seeds/pier.yml
title: Pier to reopen
summary: The pier at Tarnmouth opens again.
"""
TWO = ONE + "--- seeds/tram.yml\ntitle: Tram to run\nsummary: A tram runs again.\n"


def fixity(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def start(root: Path) -> subprocess.Popen[bytes]:
    """Start a build in a process group of its own, so that it can be killed with all it has started."""
    command = [sys.executable, "-m", "build_site", "--root", str(root)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="process groups are killed otherwise there")
def test_a_killed_build_leaves_the_former_site_whole_and_the_next_one_right(tmp_path: Path) -> None:
    root = make_archive(tmp_path / "archive", ONE)
    assert build_site(root).status == Exit.FINE
    former = fixity(root / "site")
    clean = make_archive(tmp_path / "clean", TWO)
    assert build_site(clean).status == Exit.FINE
    finished = fixity(clean / "site")
    make_archive(root, TWO)
    killed = 0
    for seconds in (0.3, 0.6, 0.9, 1.2, 1.5, 2.0, 3.0):
        process = start(root)
        time.sleep(seconds)
        if process.poll() is not None:
            break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        killed += 1
        # A build that was killed at its very end has put the new site in place, and that one is whole, too. Between
        # the two renames the former one stands aside, and the next build puts it back.
        standing = root / "site" if (root / "site").exists() else root / ".site.parted"
        assert fixity(standing) in (former, finished)
    assert killed > 0
    assert build_site(root).status == Exit.FINE
    assert fixity(root / "site") == finished


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_disk_without_room_is_said_in_our_words(tmp_path: Path) -> None:
    root = make_archive(tmp_path, ONE)
    script = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300)); sys.path.insert(0, '.');"
    script += "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    script += "from build_site.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-B", "-c", script, "--pages-only", "--root", str(root)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == Exit.MACHINE, done.stderr
    assert "cannot write" in done.stderr
    assert "hint: free space" in done.stderr
    assert "Traceback" not in done.stderr


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
from build_site.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_no_room_while_mkdocs_writes_is_said_in_our_words(tmp_path: Path) -> None:
    """A limit on the size of a file stands in for a full disk: MkDocs meets the same kind of error."""
    root = make_archive(tmp_path, ONE)
    assert run_inside(root).status == Exit.FINE
    former = fixity(root / "site")
    command = [sys.executable, "-B", "-c", LIMITED, "build", "--clean", "--root", str(root)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == Exit.MACHINE, done.stderr
    assert_no_room(done.stderr)
    assert fixity(root / "site") == former


@pytest.mark.slow
def test_a_full_disk_while_mkdocs_writes(tmp_path: Path) -> None:
    """A disk of memory, small enough that the pages have room and the site has none; only root may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    if mount is None or umount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk of memory can be made here: that needs root")
    try:
        run = build_site(make_archive(disk / "archive", ONE))
        assert run.status == Exit.MACHINE, run.err
        assert_no_room(run.err)
        assert not (disk / "archive/site").exists()
        assert (disk / "archive/docs/articles/pier.md").is_file()
    finally:
        subprocess.run([umount, str(disk)], check=True)


def assert_no_room(said: str) -> None:
    assert "found no room to write" in said
    assert "hint: free space, and build again; the former site is still in place" in said
    assert "Traceback" not in said


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    root = make_archive(tmp_path, ONE)
    with only_one(root):
        run = run_inside(root, "build", "--pages-only")
    assert run.status == Exit.MACHINE
    assert "another build runs in" in run.err
    assert not (root / "docs").exists()
    assert run_inside(root, "build", "--pages-only").status == Exit.FINE


def test_the_lock_is_let_go_when_its_holder_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), only_one(tmp_path):
        raise KeyError
    with only_one(tmp_path), pytest.raises(ProblemsError, match="another build"), only_one(tmp_path):
        pass


def test_a_site_left_aside_by_a_kill_is_put_back_when_a_build_begins(tmp_path: Path) -> None:
    root = make_archive(tmp_path, ONE)
    (root / ".site.parted").mkdir()
    (root / ".site.parted" / "index.html").write_text("the last good site")
    assert run_inside(root, "build", "--pages-only").status == Exit.FINE
    assert (root / "site" / "index.html").read_text() == "the last good site"
    assert not (root / ".site.parted").exists()


@pytest.mark.slow
def test_a_build_that_fails_leaves_the_former_site_as_it_was(tmp_path: Path) -> None:
    root = make_archive(tmp_path, ONE)
    assert run_inside(root).status == Exit.FINE
    former = fixity(root / "site")
    make_archive(root, TWO + "--- docs/about.md\n# About\n\n[Gone](gone.md)\n")
    assert run_inside(root).status == Exit.MACHINE
    assert fixity(root / "site") == former
    (root / "docs/about.md").unlink()
    assert run_inside(root).status == Exit.FINE
    again = fixity(root / "site")
    assert again != former
    assert run_inside(root, "--clean").status == Exit.FINE
    assert fixity(root / "site") == again
