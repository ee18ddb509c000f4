"""The blocks in `errors/*.txt`: exactly what is said of each mistake, and that following the hint settles it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from build_site import pipeline
from build_site.problem import Exit, ProblemsError
from tests.archive import make_archive

FOLDER = Path(__file__).parent / "errors"


@dataclass(frozen=True, slots=True)
class Block:
    """One mistake."""

    where: str
    title: str
    files: str
    said: str


def read_blocks(path: Path) -> list[Block]:
    blocks = []
    lines = path.read_text("utf-8").split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        files, sign, said = "\n".join(lines[start + 1 : end]).partition("\n=>\n")
        assert sign, f"{path.name}:{start + 1}: a block without =>"
        blocks.append(Block(f"{path.name}:{start + 1}", lines[start][3:], f"{files}\n", said.rstrip("\n")))
    return blocks


BLOCKS = [block for path in sorted(FOLDER.glob("*.txt")) for block in read_blocks(path)]


def follow(root: Path, mended: str) -> None:
    """Write the files as they are once a hint has been followed; one that holds only `(removed)` is removed."""
    make_archive(root, f"{mended}\n")
    for path in (root / "seeds").rglob("*.*"):
        if path.is_file() and path.read_text("utf-8").strip() == "(removed)":
            path.unlink()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.where} {block.title}")
def test_block(block: Block, tmp_path: Path) -> None:
    expected, sign, mended = f"\n{block.said}".partition("\n=> followed\n")
    assert sign, "a block says what following its hint leads to"
    root = make_archive(tmp_path, block.files)
    with pytest.raises(ProblemsError) as caught:
        pipeline.load(root)
    assert "\n".join(map(str, caught.value.problems)) == expected.strip("\n")
    assert caught.value.status is Exit.SEEDS
    follow(root, mended)
    assert pipeline.load(root).notices == ()
