"""A program is started, heard out and ended, whichever side stops first."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from build_site.machine.process import converse, standing_by
from build_site.problem import Exit, ProblemsError
from tests.preview import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

LONG = b"x" * 300_000
# It answers each message when the message has come, and ends when its input does.
ECHO = """
import sys
while data := sys.stdin.buffer.read1():
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
"""


def ask(folder: Path, program: str, sent: bytes, answers: int) -> tuple[int, str]:
    done = converse([sys.executable, "-c", program], folder, sent, answers, b",")
    return done.status, done.output


def test_more_than_a_pipe_holds_goes_both_ways(tmp_path: Path) -> None:
    sent = (LONG + b",") * 3
    assert ask(tmp_path, ECHO, sent, 3) == (0, sent.decode())


def test_a_program_that_ends_too_soon_has_said_what_it_says(tmp_path: Path) -> None:
    assert ask(tmp_path, "import sys; print('a,', flush=True); sys.exit('no more')", LONG, 2) == (1, "a,\nno more\n")


def test_a_program_that_is_not_there_is_a_problem_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        converse([str(tmp_path / "nothing")], tmp_path, b"", 1, b",")
    assert caught.value.status is Exit.MACHINE


def test_a_program_that_stands_by_runs_when_it_is_let(tmp_path: Path) -> None:
    settings = {"COLUMNS": "80"}
    with standing_by("calendar", ["2031", "4"], ["json", "html.parser"], tmp_path, settings) as run:
        done = run()()
    assert done.status == 0
    assert "April 2031" in done.output
    with standing_by("calendar", ["no year"], ["json"], tmp_path, settings) as run:
        done = run()()
    assert done.status != 0
    assert "no year" in done.output


# It says that it is loaded by a file with its number, which is there as a whole.
LOADED = """
import os, pathlib
pathlib.Path("unfinished").write_text(str(os.getpid()))
os.rename("unfinished", "number")
"""


def test_a_program_that_is_not_wanted_ends(tmp_path: Path) -> None:
    (tmp_path / "loaded.py").write_text(LOADED, "utf-8")
    with standing_by("calendar", ["2031"], ["loaded"], tmp_path, {}):
        latest = time.monotonic() + PATIENCE
        while not (tmp_path / "number").exists():
            assert time.monotonic() < latest, "it was never loaded"
            time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "number").read_text("utf-8")), 0)
