"""One archive holds every mistake: one run reports them all, exactly, and writes nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.archive import PROJECT, make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = PROJECT / "tests" / "fixtures" / "mistakes"


def test_every_mistake_is_reported_in_one_run(tmp_path: Path) -> None:
    root = make_archive(tmp_path, {})
    shutil.copytree(FOLDER / "seeds", root / "seeds", dirs_exist_ok=True)
    run = run_inside(root)
    assert run.err == (FOLDER / "expected.txt").read_text("utf-8")
    assert (run.status, run.out) == (1, "")
    assert not (root / "docs").exists()
