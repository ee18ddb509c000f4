"""Plain text → Markdown that shows exactly these characters, with as little escaping as that takes.

Written for Python-Markdown with the extensions of our `mkdocs.yml` (`tests/site/test_plain_text.py` holds them).
"""

from __future__ import annotations

import re
from functools import lru_cache

# Anywhere in a line these open a link, code, emphasis, an attribute list or an escape.
_INLINE = re.compile(r"[\\`*\[\]{]|(?<!\w)_|_(?!\w)")
_ANY_INLINE = re.compile(r"[\\`*\[\]{_&<]")
# `&` stays as it is unless the characters behind it would make it an entity.
_ENTITY = re.compile(r"&(?=#|\w+;)")
# At the beginning of a line: heading, quotation, list or rule, admonition.
_LINE_START = ("#", ">", "+", "-", "!!!")
_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_FENCE = re.compile(r"~(?=~~)")


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """Escape text for one line of Markdown: a paragraph, a heading, a list item or the words of a link."""
    return escape_ends(escape_inline(" ".join(text.split())))


def escape_inline(text: str) -> str:
    """Escape text that stands inside a line, where no list or heading can begin; spaces stay as they are."""
    if not _ANY_INLINE.search(text):
        return text
    line = _INLINE.sub(lambda match: f"\\{match.group()}", text)
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    # Inside the words of a link, `]:` would make the line a link definition, which shows nothing.
    return line.replace("\\]:", "\\]&#58;")


def escape_ends(line: str) -> str:
    """Escape what begins a heading, a quotation, a list or a fence in a line of otherwise escaped Markdown."""
    line = _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line
    line = f"\\{line}" if line.startswith(_LINE_START) else line
    line = _FENCE.sub("&#126;", line, count=1) if line.startswith("~~~") else line
    # Python-Markdown takes `#` at the end of a heading for decoration.
    return f"{line[:-1]}\\#" if line.endswith("#") and line != "\\#" else line
