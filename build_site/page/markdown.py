"""Parts of a page's Markdown, made from plain text."""

from __future__ import annotations

from build_site.article.escape import escape

__all__ = ["attributed", "bullets", "count", "escape", "heading", "link", "paragraph", "sentences"]


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
