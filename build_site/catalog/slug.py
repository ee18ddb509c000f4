"""Addresses made from names."""

from __future__ import annotations

import re
import unicodedata

from build_site.registers.lookup import without_accents

# Letters that Unicode does not take apart, in the spelling of English-language catalogues.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h"}
)


def fold(text: str) -> str:
    """Lower case without accents, for comparing and filing names: `Łukasz Ó Sé` → `lukasz o se`."""
    if text.isascii():
        return text.lower()
    return without_accents(unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)))


def slug(text: str) -> str:
    """Make the stem of an address: small letters, digits and hyphens.

    Scripts without an ASCII form keep their letters, which browsers show as they are. Never empty, never `index`.
    """
    stem = re.sub(r"[^\w]+|_", "-", re.sub(r"['’ʼ]", "", fold(text))).strip("-")
    return stem if stem not in ("", "index") else f"{stem}-name".strip("-")
