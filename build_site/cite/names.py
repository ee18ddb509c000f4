"""By-lines → names of authors, in the parts that citation styles ask for."""

from __future__ import annotations

import re

_PARTICLES = frozenset(
    (
        *("af", "al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el"),
        *("ibn", "la", "le", "lo", "st", "ten", "ter", "van", "von", "zu"),
    )
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Words of by-lines that name no person; such a by-line is kept as it is.
_BODIES = frozenset(
    (
        *("agency", "associated", "bureau", "by", "chief", "correspondent", "correspondents", "desk", "editor"),
        *("editorial", "editors", "foreign", "in", "news", "newsroom", "our", "political", "press", "reporter"),
        *("reporters", "service", "special", "staff", "team", "the", "writer", "writers"),
    )
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MOST_WORDS = 5


def author(byline: str) -> dict[str, str]:
    """Take a by-line apart into CSL's `given` and `family`; what may not be a person's name stays whole (`literal`).

    Only two to five words of the Latin script are taken apart, as English by-lines write names: given names first,
    the last word with the particles before it is the family name.
    """
    words = byline.split()
    if not _looks_like_a_name(words):
        return {"literal": byline}
    suffix = words.pop() if words[-1].lower() in _SUFFIXES else ""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    if not start:
        return {"literal": byline}
    name = {"given": " ".join(words[:start]), "family": " ".join(words[start:])}
    return name | ({"suffix": suffix} if suffix else {})


def _looks_like_a_name(words: list[str]) -> bool:
    if not 1 < len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    latin = all(char < "\u0250" or not char.isalpha() for word in words for char in word)
    return latin and not _BODIES & {word.lower() for word in words} and words[0][0].isupper() and words[-1][0].isupper()


def inverted(name: dict[str, str]) -> str:
    """Write a name as it is filed: `Fenwick, Ada`; a name that is not taken apart stays as it is."""
    if "literal" in name:
        return name["literal"]
    return ", ".join(part for part in (name["family"], name["given"], name.get("suffix", "")) if part)
