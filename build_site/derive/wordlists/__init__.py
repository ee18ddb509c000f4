"""Word lists that the derivation reads, as plain text beside this module.

`hand/` holds vocabularies that we wrote; add a word to a file and it counts. `made/` holds lists that
`tools/make_wordlists.py` made from maintained libraries; NOTICE names the source and licence of each.

The format of a file: words separated by white space, or one phrase a line where the first line is `#: phrases`.
What follows a `#` is a comment. Upper and lower case, accents and the shape of an apostrophe do not matter.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from build_site.derive.wordlists.folding import fold

COMMENT = re.compile("#.*")
PHRASES = "#: phrases"
"""First line of a file that holds one phrase a line."""


def parse(content: str) -> frozenset[str]:
    """Return the words (or phrases) of a file's content, folded."""
    plain = COMMENT.sub("", content)
    if content.startswith(PHRASES):
        return frozenset(fold(line) for line in map(str.strip, plain.splitlines()) if line)
    if plain.isascii():
        return frozenset(fold(plain).split())
    return frozenset(word if word.isascii() else fold(word) for word in plain.lower().replace("`", "'").split())


@cache
def words(name: str) -> frozenset[str]:
    """Return the list `name`, for example `hand/honorifics`; read once in a process."""
    return parse(files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8"))
