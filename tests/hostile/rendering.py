"""Markdown → what a reader sees, through the very extensions with which the site is built."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped] # the package has no types
from mkdocs.utils.yaml import yaml_load

MKDOCS_OWN = ("toc", "tables", "fenced_code")
"""What MkDocs turns on by itself (`mkdocs.config.defaults`)."""
PROJECT = Path(__file__).parents[2]

_BLOCKS = frozenset({"p", "li", "br", "h1", "h2", "h3", "h4", "blockquote", "pre", "hr", "ul", "ol"})


def enabled() -> list[str]:
    """Extensions that `mkdocs.yml` turns on."""
    with (PROJECT / "mkdocs.yml").open("rb") as stream:
        return list(yaml_load(stream)["markdown_extensions"])


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=[*MKDOCS_OWN, *enabled()])


def convert(text: str) -> str:
    """Convert Markdown as MkDocs does."""
    converter = _converter()
    converter.reset()
    return str(converter.convert(text))


@dataclass
class Seen:
    """A converted page as a reader and a browser take it."""

    words: str = ""
    """All visible words, white space as one space."""
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Elements with their attributes, in order."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in _BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def look(html: str) -> Seen:
    """Read HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Seen(squeezed("".join(reader.parts)), reader.elements)


def squeezed(text: str) -> str:
    """White space as one space."""
    return " ".join(text.split())


def letters(text: str) -> str:
    """Text without any white space, where parts of it may stand on lines of their own."""
    return re.sub(r"\s+", "", text)
