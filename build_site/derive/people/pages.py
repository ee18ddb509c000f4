"""Whether a text is a copied page, between whose sentences headings, captions and boxes stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from build_site.derive.people.tokens import NEW_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.tokens import Token

BARE_LINES = 3
"""Lines without a full stop from which a text is a copied page; a headline and a caption make two."""


def is_page(tokens: Sequence[Token]) -> bool:
    """Say whether at least `BARE_LINES` lines below the first, and less than half, end with a word or figure.

    More of them are lists, or a text with lines of equal length.
    """
    ends = [
        before
        for before, token in pairwise(tokens)
        if token.text == NEW_LINE and before.line and before.text != NEW_LINE
    ]
    bare = sum(before.is_word or before.text.isdecimal() for before in ends)
    return BARE_LINES <= bare < len(ends) / 2
