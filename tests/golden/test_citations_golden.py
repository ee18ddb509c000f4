"""Citations, compared with what the reference processor writes.

The expected lines of `citations.txt` were written once by citeproc-js 2.4.63 with the unmodified styles and the locales
of citeproc-py. Where `build_site.cite.specialise` follows the manual of a style and not the style, the line was changed
by hand: the letters of an id, "Retrieved" without a day, "circa" behind a comma, a day that is not certain (Harvard),
a reference that would begin with its date. All names and titles are invented.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from build_site.cite.render import render
from build_site.cite.styles import STYLES

BLOCKS = (Path(__file__).parent / "citations.txt").read_text("utf-8").strip().split("\n\n")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: str(block).split("\n", 1)[0].removeprefix("## "))
def test_a_citation_is_what_the_reference_processor_writes(block: str) -> None:
    _, item, *expected = block.split("\n")
    reference: dict[str, Any] = json.loads(item)
    written = zip(STYLES, render(reference, *STYLES), strict=True)
    assert [f"{style.name}: {rendered.html}" for style, rendered in written] == expected
