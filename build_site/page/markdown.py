"""Plain text → Markdown that shows exactly these characters, with as little escaping as that takes.

Written for Python-Markdown with the extensions of our `mkdocs.yml` (`tests/site/test_plain_text.py` holds them).
"""

from __future__ import annotations

import re

from build_site.seed.text import squeeze

# Anywhere in a line these open a link, code, emphasis, an attribute list or an escape.
_INLINE = re.compile(r"[\\`*\[\]{]|(?<!\w)_|_(?!\w)")
# `&` stays as it is unless the characters behind it would make it an entity.
_ENTITY = re.compile(r"&(?=#?\w+;)")
# At the beginning of a line: heading, quotation, list or rule, admonition.
_LINE_START = ("#", ">", "+", "-", "!!!")
_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_FENCE = re.compile(r"~(?=~~)")


def escape(text: str) -> str:
    """Escape text for one line of Markdown: a paragraph, a heading, a list item or the words of a link."""
    line = squeeze(text)
    line = _INLINE.sub(lambda match: f"\\{match.group()}", line)
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    line = _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line
    line = f"\\{line}" if line.startswith(_LINE_START) else line
    line = _FENCE.sub("&#126;", line, count=1) if line.startswith("~~~") else line
    # Python-Markdown takes `#` at the end of a heading for decoration.
    return f"{line[:-1]}\\#" if line.endswith("#") and line != "\\#" else line


def paragraph(text: str, attributes: str = "") -> str:
    """Make a paragraph of plain text; `attributes` is an attribute list of our own, such as `.caption`."""
    return attributed(escape(text), attributes)


def attributed(markdown: str, attributes: str) -> str:
    """Put an attribute list behind a paragraph of Markdown."""
    return f"{markdown}\n{{: {attributes} }}" if attributes else markdown


def heading(text: str, level: int = 1) -> str:
    """Make a heading of plain text."""
    return f"{'#' * level} {escape(text)}"


def link(text: str, target: str, attributes: str = "") -> str:
    """Make a link of plain text to an address of our own making (a page's path, or a checked web address)."""
    address = target.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{escape(text)}]({address})" + (f"{{ {attributes} }}" if attributes else "")


def bullets(items: list[str]) -> str:
    """Make a list of Markdown items."""
    return "\n".join(f"- {item}" for item in items)


def count(number: int, noun: str) -> str:
    """Say a number with its noun: `1 article`, `1,240 articles`, `2 people`."""
    plural = {"person": "people"}.get(noun, f"{noun}s")
    return f"{number:,} {noun if number == 1 else plural}"
