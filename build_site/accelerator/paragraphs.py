"""Paragraphs and the words of list items: Markdown → HTML.

Precondition: that of `blocks`, which parts a page into these. Gain: see `inline`; of it, `PLAIN` is 0.95 ms → 0.76 ms a
page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_site.accelerator import inline
from build_site.accelerator.attributes import opening_tag, read_attributes
from build_site.accelerator.inline import UnsureError

PLAIN = re.compile(
    r"""
    (?!\d+\.[ ])
    ((?:[^\W_]|["'“”‘’(])[^\\`*_\[\]<>&{!\n]*(?:&[ ][^\\`*_\[\]<>&{!\n]*)*(?<![ ]))
    (?:\n\{:?[ ]*([^{}\n ][^{}\n]*)\})?
    """,
    re.VERBOSE,
)
"""A paragraph of one line without anything special in it, perhaps with an attribute list: most of all blocks."""
_LIST_LINE = re.compile(r"\{:?[ ]*([^{}\n ][^{}\n]*)\}")
# A line that Python-Markdown would take for something else than a further line of a paragraph.
_OTHER_LINE = re.compile(r"\s|#|>|=|-|```|~~~|[-_* ]+\Z")
_OTHER_START = re.compile(r"\s|#|>|[*+-][ ]|\d+\.[ ]|```|~~~|[-_* ]+\Z|\{")


@lru_cache(maxsize=2048)
def paragraph(block: str) -> tuple[str, str | None]:
    """Convert a paragraph; give its HTML and its id. Errors: `UnsureError`, `StrangeListError`."""
    *lines, last = block.split("\n")
    tag, given = "<p>", None
    if lines and (match := _LIST_LINE.fullmatch(last)):
        tag, given = opening(match[1])
        block = "\n".join(lines)
        if lines[-1].endswith(" "):
            raise UnsureError
    _check_paragraph(block)
    return f"{tag}{inline.convert(block)}</p>", given


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """Convert the words of an item. Errors: `UnsureError`."""
    if link := inline.link_first(text):
        return link
    _check_paragraph(text)
    return inline.convert(text)


@lru_cache(maxsize=512)
def opening(words: str) -> tuple[str, str | None]:
    """Write the tag of a paragraph with an attribute list; give its id, too. Errors: `StrangeListError`."""
    attributes = read_attributes(words)
    return opening_tag("p", attributes), attributes.get("id")


def _check_paragraph(block: str) -> None:
    """Raise `UnsureError` where Python-Markdown could see something else than a paragraph in these lines."""
    first, *others = block.split("\n")
    strange = not first or _OTHER_START.match(first) or "]:" in block or (others and "|" in block)
    if strange or any(_OTHER_LINE.match(line) for line in others):
        raise UnsureError
