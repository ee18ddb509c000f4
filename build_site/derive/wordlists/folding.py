"""One form for words that differ only in case, accents, or the shape of an apostrophe or hyphen."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SHAPES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u02bb\u0060\u00b4\u2032", "'"),
        **dict.fromkeys("\u2010\u2011\u2012", "-"),
        # Letters that no Unicode decomposition takes apart.
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ə": "a",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
    }
)
"""Shapes of the apostrophe and hyphen, and letters without a decomposition, with their plain form."""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return the word in lower case, without accents, with plain apostrophes and hyphens."""
    if word.isascii():
        return word.lower().replace("`", "'")
    parts = unicodedata.normalize("NFKD", word.lower().translate(SHAPES))
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(SHAPES)
