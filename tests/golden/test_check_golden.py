"""The blocks in `check/*.txt`: exactly what a check says, and that following the hint settles it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from build_site import pipeline
from build_site.cli.check import everything
from tests.archive import make_archive
from tests.golden.messages import messages
from tests.golden.test_errors_golden import Block, follow, read_blocks

FOLDER = Path(__file__).parent / "check"
PROJECT = FOLDER.parents[2]
PACKAGES = ("seed", "fields", "registers", "article", "contribute", "site")
SHOWN = [*sorted(FOLDER.glob("*.txt")), *sorted((FOLDER.parent / "errors").glob("*.txt"))]
ELSEWHERE = {
    "are accepted": "tests/hostile/test_followed.py",
    "accents stand on one letter": "tests/hostile/test_followed.py",
    "bytes;": "tests/hostile/test_followed.py",
    "characters": "tests/unit/test_seed.py",
    "signs such as": "tests/hostile/test_followed.py",
    "is not UTF-8": "tests/hostile/test_followed.py",
    "a link or a device": "tests/hostile/test_followed.py",
    "cannot be shown or reached": "tests/hostile/test_followed.py",
    "the first U+": "tests/hostile/test_followed.py",
    "there is no folder seeds/": "tests/site/test_contributor_add.py",
    "leads nowhere any more": "tests/site/test_contributor_base.py",
    "names no state of the repository": "tests/site/test_contributor_base.py",
    "a build would trust it": "tests/unit/test_tracked.py",
    "MkDocs": "tests/site/test_broken_off.py",
    "there is no .+? in": "tests/site/test_commands.py",
    "this is not a configuration": "tests/site/test_contact.py",
}
"""Words of messages that no block can show (for a large file, other bytes, another state), and their test."""
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
    follow(root, mended)
    assert said(root) == ""


def test_every_message_stands_in_a_block() -> None:
    """Whatever the program can say of a seed is held to its words, or named here with the test that does it."""
    shown = "\n".join(path.read_text("utf-8") for path in SHOWN)
    said = {message for package in PACKAGES for message in messages(PROJECT / "build_site" / package)}
    unseen = {message for message in said if not re.search(message, shown)}
    elsewhere = [words for words in unseen if any(part in words.replace("\\", "") for part in ELSEWHERE)]
    assert sorted(unseen.difference(elsewhere)) == []
    assert all((PROJECT / test).is_file() for test in ELSEWHERE.values())
    assert len(said) > 60
