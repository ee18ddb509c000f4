"""A page of the web edition → the same page in fewer bytes, and without small files beside it.

In a zip each file costs some 500 bytes besides its content: its path twice, its line in the list of digests, and a
beginning that cannot be compressed. What belongs to one article only, its references in three formats and the
evidence for its description, is smaller than that. A copy has these files in the article's page, as addresses that
are the file (RFC 2397); the references of all articles together stand under `cite/`.
"""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Callable

INLINED = r"(?:cite/articles|data/provenance)/"
"""Folders of the web edition, as a pattern, whose files stand in the pages of a copy."""
_KINDS = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/json",
}
_AS_IT_IS = re.compile(r"(<(?P<kind>pre|script|style|textarea)\b.*?</(?P=kind)>)", re.DOTALL)
_SPACE = " \t\r\f"
_PATH = rf'\shref="(?:\.\./)*(?P<path>{INLINED}[^"]*)"'
_HEAD_LINK = re.compile(rf"<link\b[^>]*{_PATH}[^>]*>")
_LINK = re.compile(rf"<a\b(?P<before>[^>]*?){_PATH}(?P<behind>[^>]*)>")
# Words of the theme's own search, which is not used here.
_UNUSED_WORDS = re.compile(r'"search\.[\w.]+": "(?:[^"\\]|\\.)*", ')
_PLAIN = "/:@!$'()*+,;=?~-._"


def slim(page: str, read: Callable[[str], bytes]) -> str:
    """Take out what a reader cannot see, and put in the files of one article; `read` gives a file of the web edition.

    Left out are space around line ends, links in the head to those files, and words of the theme's own search.
    """
    found = _LINK.sub(lambda match: _inlined(match, read), _HEAD_LINK.sub("", page))
    pieces = _AS_IT_IS.split(found)
    # Words, a piece that stays as it is, the name of its tag, words, …
    kept = [_UNUSED_WORDS.sub("", piece) for piece in pieces[1::3]]
    words = [_tight(piece) for piece in pieces[::3]]
    return "".join(part for pair in zip(words, [*kept, ""], strict=True) for part in pair)


def _tight(words: str) -> str:
    """Take out the space around line ends, and empty lines; a no-break space is no such space."""
    first, *others = words.split("\n")
    if not others:
        return words
    middle = (line.strip(_SPACE) for line in others[:-1])
    return "\n".join([first.rstrip(_SPACE), *filter(None, middle), others[-1].lstrip(_SPACE)])


def _inlined(match: re.Match[str], read: Callable[[str], bytes]) -> str:
    path = unquote(match["path"])
    name = posixpath.basename(path)
    address = f"data:{_KINDS[name.rpartition('.')[2]]};charset=utf-8,{quote(read(path), safe=_PLAIN)}"
    others = f"{match['before']}{match['behind']}".replace(" download", "")
    return f'<a{others} download="{escape(name)}" href="{escape(address)}">'
