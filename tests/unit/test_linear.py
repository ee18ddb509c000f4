"""A text is parted into its lines a few times, however many it has: else a build takes the square of its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.cli.check import everything
from build_site.seed.text import Text
from tests.archive import make_archive

if TYPE_CHECKING:
    from pathlib import Path

RECORD = "title: Many lines\nrights: CC0-1.0\naccess: full\n"
LINES = (
    "By Ada Fenwick\n",
    "Photograph: Bo Marlow\n\n",
    "[a link](https://tarn.example/) here\n\n",
    "> ![](pier.png)\n\n",
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("kind", ["txt", "md"])
def test_more_lines_are_not_more_partings(
    line: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parted: list[int] = []

    def lines(text: Text) -> list[str]:
        parted.append(1)
        return text.content.split("\n")

    monkeypatch.setattr(Text, "lines", property(lines))
    counts = []
    for many in (20, 200):
        files = {"seeds/x.txt": line * many, "seeds/x.yml": RECORD}
        if kind == "md":
            files = {"seeds/x.md": f"---\n{RECORD}---\n{line * many}"}
        root = make_archive(tmp_path / str(many), files)
        parted.clear()
        everything(root, pipeline.examine(root))
        counts.append(len(parted))
    assert counts[0] == counts[1] > 0
