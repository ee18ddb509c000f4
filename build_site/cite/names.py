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
# The manuals leave titles and honours out of a reference.
_TITLES = frozenset(
    ("dame", "dr", "dr.", "miss", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.", "professor", "sir")
)
_HONOURS = frozenset(("CBE", "KC", "MBE", "MD", "MEP", "MP", "MS", "MSP", "OBE", "PhD", "QC"))
# Words of by-lines that name no person; such a by-line is kept as it is.
_BODIES = frozenset(
    (
        *("agence", "agency", "associated", "association", "authority", "board", "bureau", "by", "centre", "chief"),
        *("club", "commission", "committee", "company", "correspondent", "correspondents", "council", "department"),
        *("desk", "digital", "editor", "editorial", "editors", "foreign", "foundation", "government", "group", "in"),
        *("inc", "inc.", "institute", "limited", "lord", "lady", "ltd", "ltd.", "media", "ministry", "network", "news"),
        *("newspapers", "newsroom", "office", "our", "plc", "police", "political", "press", "radio", "reporter"),
        *("reporters", "service", "society", "special", "staff", "team", "the", "trust", "tv", "union", "university"),
        *("wire", "writer", "writers"),
    )
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_BETWEEN = re.compile(r"\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")
_MOST_WORDS = 5


def authors(byline: str) -> list[dict[str, str]]:
    """Take a by-line apart into its authors; one that does not consist of names alone stays one."""
    names = [author(part) for part in _BETWEEN.split(byline)]
    return names if all("family" in name for name in names) else [author(byline)]


def author(byline: str) -> dict[str, str]:
    """Take a by-line apart into CSL's `given` and `family`; what may not be a person's name stays whole (`literal`).

    Only two to five words of the Latin script are taken apart, as English by-lines write names: given names first,
    the last word with the particles before it is the family name. Titles and honours are left out.
    """
    words = byline.split()
    words = words[words[0].lower() in _TITLES : len(words) - (words[-1] in _HONOURS)] if words else []
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
    named = all(word[0].isupper() or word in _PARTICLES for word in words[1:-1])
    return (
        latin
        and named
        and not _BODIES & {word.lower() for word in words}
        and words[0][0].isupper()
        and words[-1][0].isupper()
    )


def inverted(name: dict[str, str]) -> str:
    """Write a name as it is filed: `Fenwick, Ada`; a name that is not taken apart stays as it is."""
    if "literal" in name:
        return name["literal"]
    return ", ".join(part for part in (name["family"], name["given"], name.get("suffix", "")) if part)
