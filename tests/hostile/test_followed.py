"""What no golden block can hold: for bytes, limits and links too, following the hint settles it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from tests.hostile.refused_files import ALL
from tests.hostile.test_refused import plant

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.refused import Content

LINE = "The pier at Tarnmouth opens again on Friday.\n"
NOTHING = PurePosixPath("removed")
FOLLOWED: dict[str, dict[str, Content]] = {
    "utf8-broken": {"utf8-broken.txt": b"A good line.\nA byte that was bad.\n"},
    "latin1": {"latin1.txt": "café".encode()},
    "bidi-override": {"bidi-override.txt": b"Access for gpj.exe"},
    "accents": {"accents.txt": "é".encode()},
    "large": {"large.txt": LINE.encode()},
    "large-record": {"large-record.yml": b"title: x\nnotes: words\n"},
    "many-lines": {"many-lines.txt": (LINE * 20).encode()},
    "long-line": {"long-line.txt": LINE.encode()},
    "brackets": {"brackets.txt": b"["},
    "items": {"items.yml": b"title: x\npeople: [Ada Fenwick]\n"},
    "place-control": {"a\x1b[31m.txt": NOTHING, "a31m.txt": b"words"},
    "link-file": {"secret.txt": LINE.encode()},
}
"""Name of a hostile seed → its files once the hint has been followed."""


@pytest.mark.parametrize("name", FOLLOWED)
def test_the_hint_followed_settles_it(name: str, tmp_path: Path) -> None:
    (case,) = [case for case in ALL if case.name == name]
    plant(tmp_path, case.files)
    for path, content in FOLLOWED[name].items():
        (tmp_path / "seeds" / path).unlink(missing_ok=True)
        if isinstance(content, bytes):
            plant(tmp_path, {path: content})
    assert pipeline.load(tmp_path).notices == ()
