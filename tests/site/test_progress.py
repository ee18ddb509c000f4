"""What a person at a terminal sees while a build runs; a pipe sees results only."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.archive import build_site, make_archive

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVE = "--- seeds/pier.yml\ntitle: Pier\nrights: CC0-1.0\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal there")
def test_a_terminal_shows_what_takes_its_time(tmp_path: Path) -> None:
    root = make_archive(tmp_path, ARCHIVE)
    near, far = os.openpty()
    command = [sys.executable, "-m", "build_site", "--root", str(root), "--pages-only"]
    running = subprocess.Popen(command, stderr=far, stdout=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"})
    assert running.wait() == 0
    os.close(far)
    shown = os.read(near, 1 << 16).decode()
    os.close(near)
    assert "Reading the seeds" in shown
    assert "Writing the pages" in shown


def test_a_pipe_sees_results_only(tmp_path: Path) -> None:
    run = build_site(make_archive(tmp_path, ARCHIVE), "--pages-only")
    assert run.err == ""
    assert run.out.startswith("1 article, ")
