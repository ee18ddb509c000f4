"""Run `build-site` inside the test's own process: the same words and status as a process of its own, sooner."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest

from build_site.cli import main
from tests.archive import Run

if TYPE_CHECKING:
    from pathlib import Path


def run_inside(root: Path, *arguments: str, given: bytes = b"") -> Run:
    """Run a command on an archive; a traceback is the test's failure."""
    return run_here(*arguments, "--root", str(root), given=given)


def run_here(*arguments: str, given: bytes = b"") -> Run:
    """Run a command that is about no archive yet; `given` is what it finds on standard input."""
    out, err = io.StringIO(), io.StringIO()
    status = 0
    with redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        try:
            main(arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Run(status, out.getvalue(), err.getvalue())
