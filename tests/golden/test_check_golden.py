"""The blocks in `check/*.txt`: exactly what a check says, and that following the hint settles it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from build_site import pipeline
from build_site.cli.check import everything
from tests.archive import make_archive
from tests.golden.test_errors_golden import Block, read_blocks

FOLDER = Path(__file__).parent / "check"
BLOCKS = [block for path in sorted(FOLDER.glob("*.txt")) for block in read_blocks(path)]


def said(root: Path) -> str:
    return "\n".join(map(str, everything(root, pipeline.examine(root))))


def put_into_git(root: Path) -> None:
    git = shutil.which("git")
    assert git
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run([git, *command], cwd=root, check=True)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.where} {block.title}")
def test_block(block: Block, tmp_path: Path) -> None:
    expected, sign, mended = block.said.partition("\n=> followed\n")
    assert sign, "a block says what following its hint leads to"
    root = make_archive(tmp_path, block.files)
    if block.title.endswith("(in git)"):
        put_into_git(root)
    assert said(root) == expected.rstrip("\n")
    make_archive(root, f"{mended}\n")
    assert said(root) == ""
