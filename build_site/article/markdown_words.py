"""A contributor's Markdown → its words alone, each on the line on which it stands: what is derived from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.article.markdown_inline import typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from build_site.seed.text import Text

_BREAKS = ("softbreak", "hardbreak")


def words_of(text: Text) -> Text:
    """Leave out the signs of Markdown where the text is a `.md` file; a line keeps its number, and loses its indent.

    Of a link its words stay, of a picture its description; code stays as it is.
    """
    if not text.path.endswith(".md"):
        return text
    from build_site.article.markdown_body import parser  # noqa: PLC0415 - loads a parser that few texts need

    raw = text.lines
    lines = [""] * len(raw)
    for token in parser().parse(text.content):
        if token.map is None:
            continue
        start, end = token.map
        if token.type == "inline":
            for number, words in enumerate(_lines(token, raw[start:end])):
                lines[start + number] = words
        elif token.type in ("fence", "code_block"):
            first = start + (token.type == "fence")
            for number, line in enumerate(token.content.rstrip("\n").split("\n")):
                lines[first + number : first + number + 1] = [line]
    return replace(text, content="\n".join(lines[: len(raw)]))


def _lines(token: Token, raw: Sequence[str]) -> list[str]:
    """Give the words of a paragraph by line; as it was typed where a construct runs over the end of a line."""
    shown = "".join(_words(token.children or [])).split("\n")
    return shown if len(shown) == token.content.count("\n") + 1 <= len(raw) else list(raw)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _BREAKS:
            yield "\n"
        elif token.type == "image":
            yield from _words(token.children or [])
        elif token.type == "code_inline":
            yield token.content
        else:
            yield typed(token)
