"""The blocks in `pages/*.txt`: a small archive, and exactly what some of its pages hold."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.page.make import make_pages
from build_site.site.config import read_settings
from tests.archive import make_archive

FOLDER = Path(__file__).parent / "pages"
_METADATA = re.compile(r"^metadata:\n(?:(?: |- ).*\n)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One archive."""

    where: str
    title: str
    files: str
    pages: dict[str, str]


def read_blocks(path: Path) -> list[Block]:
    blocks = []
    lines = path.read_text("utf-8").split("\n")
    starts = [number for number, line in enumerate(lines) if re.match(r"## (?=.*)", line) and is_title(lines, number)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        files, *parts = re.split(r"^=> (\S+)\n", "\n".join(lines[start + 1 : end]), flags=re.MULTILINE)
        assert parts, f"{path.name}:{start + 1}: a block without => path"
        pages = {name: text.strip("\n") for name, text in zip(parts[::2], parts[1::2], strict=True)}
        blocks.append(Block(f"{path.name}:{start + 1}", lines[start][3:], files, pages))
    return blocks


def is_title(lines: list[str], number: int) -> bool:
    """Tell a block's title from a heading of a page: a file follows it."""
    return number + 1 < len(lines) and lines[number + 1].startswith("--- ")


BLOCKS = [block for path in sorted(FOLDER.glob("*.txt")) for block in read_blocks(path)]


def test_there_are_blocks() -> None:
    assert len(BLOCKS) >= 3


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.where} {block.title}")
def test_block(block: Block, tmp_path: Path) -> None:
    root = make_archive(tmp_path, block.files)
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, dt.date(2031, 5, 1))
    made = {page.path: _METADATA.sub("", page.text).strip("\n") for page in make_pages(catalog, read_settings(root))}
    assert {name: made.get(name) for name in block.pages} == block.pages
