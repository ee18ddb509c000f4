"""Parts of a page's Markdown, made from plain text."""

from __future__ import annotations

import re
from functools import lru_cache

from build_site.article.escape import escape, escape_ends, escape_inline
from build_site.cite.model import END, ITALIC

__all__ = [
    "attributed",
    "bullets",
    "count",
    "escape",
    "heading",
    "isolated",
    "isolated_runs",
    "link",
    "paragraph",
    "sentences",
]

# Blocks of the Unicode standard whose letters run from right to left (UAX #9, table 4: classes R and AL).
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RIGHT_TO_LEFT = re.compile(_LETTER)
_ITALICS = re.compile(f"{ITALIC}(.*?){END}")
_APART = "{ .name dir=rtl }"
_RUN = re.compile(rf"({_LETTER}(?:[\W\d_]*{_LETTER})*)")


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


# Most of the names are those of a few outlets.
@lru_cache(maxsize=1024)
def isolated(text: str) -> str:
    """Write a name in a line of ours. One from right to left stands apart, so that it does not turn what follows it."""
    return f"*{escape(text)}*{_APART}" if _RIGHT_TO_LEFT.search(text) else escape(text)


def isolated_runs(text: str) -> str:
    """Escape a line of several values, in which what is between `ITALIC` and `END` is in italics.

    Each run of words from right to left stands apart, as with `isolated`; those are never in italics.
    """
    parts = enumerate(_ITALICS.split(text))
    return escape_ends("".join([_italic(part) if place % 2 else _with_runs(part) for place, part in parts]))


def _italic(text: str) -> str:
    return _with_runs(text) if _RIGHT_TO_LEFT.search(text) else f"*{escape_inline(text)}*"


def _with_runs(text: str) -> str:
    if not _RIGHT_TO_LEFT.search(text):
        return escape_inline(text)
    parts = enumerate(map(escape_inline, _RUN.split(text)))
    return "".join(f"*{part}*{_APART}" if place % 2 else part for place, part in parts)


def sentences(*texts: str) -> str:
    """Make one paragraph of plain texts; each that is there ends as a sentence."""
    shown = [text.strip() for text in texts if text.strip()]
    return escape(" ".join(text if text[-1] in ".!?…" else f"{text}." for text in shown))


def bullets(items: list[str]) -> str:
    """Make a list of Markdown items."""
    return "\n".join(f"- {item}" for item in items)


def count(number: int, noun: str) -> str:
    """Say a number with its noun: `1 article`, `1,240 articles`, `2 people`."""
    plural = {"person": "people"}.get(noun, f"{noun}s")
    return f"{number:,} {noun if number == 1 else plural}"
