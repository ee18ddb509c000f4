"""A block of an article → its words, without Markdown's marks."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown import markdown  # type: ignore[import-untyped] # the package has no types

from build_site.article.model import Block, BlockKind

_APART = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "br", "td", "th", "tr", "hr"})


def plain_words(block: Block) -> str:
    """Give the words of a block as a reader sees them on the page."""
    if block.kind is not BlockKind.MARKDOWN:
        return block.text
    reader = _Words()
    reader.feed(str(markdown(block.text, extensions=["attr_list"])))
    reader.close()
    return " ".join("".join(reader.parts).split())


class _Words(HTMLParser):
    """Keeps the characters between the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class names it
        if tag in _APART:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _APART:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
