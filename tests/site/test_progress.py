"""What a person at a terminal sees while a build runs; a pipe sees results only."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from build_site.machine.progress import Part, pace, table
from tests.archive import build_site, make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARCHIVE = "--- seeds/pier.yml\ntitle: Pier\nrights: CC0-1.0\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal there")
def test_a_terminal_shows_what_takes_its_time(tmp_path: Path) -> None:
    root = make_archive(tmp_path, ARCHIVE)
    near, far = os.openpty()
    command = [sys.executable, "-m", "build_site", "--root", str(root), "--pages-only"]
    settings = {**os.environ, "TERM": "xterm", "CI": ""}
    with subprocess.Popen(command, stderr=far, stdout=subprocess.DEVNULL, env=settings) as running:
        os.close(far)
        shown = b"".join(read_terminal(near))
    os.close(near)
    assert running.returncode == 0
    assert b"Reading the seeds" in shown
    assert b"Writing the pages" in shown


def read_terminal(near: int) -> Iterator[bytes]:
    """Read until nobody writes any more; a terminal that nobody reads is soon full, and makes the writer wait."""
    # At the end there is nothing on macOS, and an error on Linux.
    with suppress(OSError):
        while part := os.read(near, 1 << 16):
            yield part


def test_a_pipe_sees_results_only(tmp_path: Path) -> None:
    run = build_site(make_archive(tmp_path, ARCHIVE), "--pages-only")
    assert run.err == ""
    assert run.out.startswith("1 article, ")


def test_timings_say_where_the_time_went(tmp_path: Path) -> None:
    run = run_inside(make_archive(tmp_path, ARCHIVE), "--pages-only", "--timings")
    named = [line[: line.rindex("  ")].strip() for line in run.err.splitlines()]
    first = ["looking for changes", "what is kept of the articles", "reading", "checking", "deriving"]
    assert [*named[:5], named[-1]] == [*first, "all"]
    assert {"articles", "catalog", "pages", "references, data and feeds", "writing"} <= set(named)
    assert run.out.startswith("1 article, ")


def test_a_table_has_a_line_for_each_part() -> None:
    assert table([Part("pages", 1.5), Part("writing", 12.25)]).split("\n") == [
        "pages        1.50 s",
        "writing     12.25 s",
    ]


def test_the_pace_says_how_much_is_left() -> None:
    assert pace("Writing", 1200, 5000, 3.0) == "Writing: 1,200 of 5,000, 400 a second, 10 s left"
    assert pace("Writing", 100, 5000, 4.0) == "Writing: 100 of 5,000, 25 a second, 3 min 16 s left"
