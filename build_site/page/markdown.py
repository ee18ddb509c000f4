"""Parts of a page's Markdown, made from plain text."""

from __future__ import annotations

import re

from build_site.article.escape import escape

__all__ = ["attributed", "bullets", "count", "escape", "heading", "isolated", "link", "paragraph", "sentences"]

# Blocks of the Unicode standard whose letters run from right to left (UAX #9, table 4: classes R and AL).
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


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


def isolated(text: str) -> str:
    """Write a name in a line of ours. One from right to left stands apart, so that it does not turn what follows it."""
    return f"*{escape(text)}*{{ .name dir=rtl }}" if _RIGHT_TO_LEFT.search(text) else escape(text)


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
