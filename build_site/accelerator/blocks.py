"""A page's Markdown → HTML, for the exact Markdown that `build_site` writes.

Precondition: headings, paragraphs, `- ` lists whose items hold paragraphs and quotations, quotations of paragraphs,
and the comment that parts a page; no tab, no raw HTML, no table, no code block. Anything else raises `UnsureError`,
and the whole page goes the stock way. Differential tests (`tests/unit/test_accelerator_markdown.py`) compare it with
Python-Markdown itself. Gain: see `inline`.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache

from markdown.extensions.toc import (  # type: ignore[import-untyped]
    nest_toc_tokens,
    slugify,
    strip_tags,
    unique,
)

from build_site.accelerator import inline, paragraphs
from build_site.accelerator.attributes import StrangeListError, opening_tag, read_attributes
from build_site.accelerator.inline import UnsureError

PART = "<!-- part -->"
"""What parts a generated page."""
_FOREIGN = "\t\r\x02\x03\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_BETWEEN = re.compile(r"\n\n+")
_ONLY_SPACES = re.compile(r"(?<=\n) +\n")
_HEADING = re.compile(r"(#{1,6})(?!#)(.+?)(?:[ ]+\{:?[ ]*([^{}\n ][^{}\n]*)\})?")


@dataclass(frozen=True, slots=True)
class Converted:
    """A page's text as HTML; addresses of links still to be resolved."""

    html: str
    """With `inline.mark` for the address of each link."""
    ids: set[str]
    """Every id in the HTML."""
    headings: list[dict[str, object]]
    """Nested as the `toc` extension gives them."""
    title: str | None
    """Text of a heading of the first level with which the page begins."""


@dataclass(slots=True)
class _Item:
    """An item of a list: tight, with words only, or loose, with blocks."""

    words: str = ""
    blocks: list[str] = field(default_factory=list)

    def loosen(self) -> None:
        if self.words:
            self.blocks.insert(0, f"<p>{self.words}</p>")
            self.words = ""

    def html(self) -> str:
        return f"<li>{self.words}</li>" if self.words else "<li>\n" + "\n".join(self.blocks) + "\n</li>"


def convert(source: str) -> Converted:
    """Convert a page's Markdown. Errors: `UnsureError` where Python-Markdown is needed."""
    # One after the other is three times as fast as a pattern of all.
    if any(character in source for character in _FOREIGN):
        raise UnsureError
    text = source.strip("\n")
    if " \n" in text or text[-1:] == " ":
        text = _ONLY_SPACES.sub("\n", f"{source}\n\n").strip("\n")
    page = _Page()
    try:
        for block in _BETWEEN.split(text) if text.strip() else ():
            if plain := paragraphs.PLAIN.fullmatch(block):
                page.plain(plain[1].replace("&", "&amp;"), plain[2])
            else:
                page.add(block)
    except StrangeListError:
        raise UnsureError from None
    return page.finished()


@lru_cache(maxsize=4096)
def _slug(name: str) -> str:
    return str(slugify(html.unescape(name), "-"))


@lru_cache(maxsize=1024)
def _read_heading(block: str) -> tuple[int, str, tuple[tuple[str, str | None], ...]]:
    """Give level, words and attributes of a heading; most stand on every article's page. Errors: `UnsureError`."""
    match = _HEADING.fullmatch(block)
    # In a heading's name, unlike in its text, escapes are undone after the words around them were escaped.
    if not match or block.endswith("#") or "\n" in block or "\\>" in block or "&\\" in block:
        raise UnsureError
    attributes = read_attributes(match[3]) if match[3] else {}
    if attributes and match[2].rstrip().endswith("#"):
        raise UnsureError
    words = inline.convert(match[2].strip())
    if not words or words != words.strip():
        raise UnsureError
    return len(match[1]), words, tuple(attributes.items())


class _Page:
    """The blocks of a page, one after another; `items` is the list that the next block may continue."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self.blocks: list[str] = []
        self.items: list[_Item] = []
        self.headings: list[tuple[int, str, int, dict[str, str | None]]] = []
        self.began: str | None = None

    def plain(self, words: str, attributes: str | None) -> None:
        """Add a paragraph that needs no conversion."""
        if self.items:
            self._end_list()
        if attributes:
            tag, given = paragraphs.opening(attributes)
            if given is not None:
                self.ids.add(given)
            self.blocks.append(f"{tag}{words}</p>")
        else:
            self.blocks.append(f"<p>{words}</p>")

    def add(self, block: str) -> None:
        if block.startswith("- "):
            self._items(block)
        elif self.items and block.startswith("    "):
            self._inside_item(block)
        else:
            self._end_list()
            self._block(block)

    def _block(self, block: str) -> None:
        if block == PART:
            self.blocks.append(f"{PART}\n")
        elif block.startswith("#"):
            self._heading(block)
        elif block.startswith(">"):
            self._quote(block, self.blocks)
        else:
            self.blocks.append(self._paragraph(block))

    def _heading(self, block: str) -> None:
        level, words, given = _read_heading(block)
        attributes = dict(given)
        self._note(attributes)
        if not self.blocks and level == 1:
            self.began = words
        self.headings.append((level, words, len(self.blocks), attributes))
        self.blocks.append("")

    def _paragraph(self, block: str) -> str:
        text, given = paragraphs.paragraph(block)
        if given is not None:
            self.ids.add(given)
        return text

    def _note(self, attributes: dict[str, str | None]) -> None:
        if (given := attributes.get("id")) is not None:
            self.ids.add(given)

    def _quote(self, block: str, before: list[str]) -> None:
        """Add a quotation; one that follows another continues it."""
        lines = block.split("\n")
        if not all(line.startswith("> ") or line == ">" for line in lines):
            raise UnsureError
        inside = "\n".join(line[2:] for line in lines)
        if not inside.strip("\n") or inside != inside.strip("\n"):
            raise UnsureError
        parts = [self._paragraph(part) for part in _BETWEEN.split(inside)]
        opening = "<blockquote>"
        if before and before[-1].startswith("<blockquote>"):
            opening = before.pop().removesuffix("\n</blockquote>")
        before.append("\n".join((opening, *parts, "</blockquote>")))

    def _items(self, block: str) -> None:
        loose = bool(self.items)
        if loose:
            self.items[-1].loosen()
        for line in block.split("\n"):
            if not line.startswith("- "):
                raise UnsureError
            item = _Item(paragraphs.words(line[2:].lstrip(" ")))
            if loose:
                item.loosen()
                loose = False
            self.items.append(item)

    def _inside_item(self, block: str) -> None:
        lines = block.split("\n")
        if not all(line.startswith("    ") for line in lines):
            raise UnsureError
        item = self.items[-1]
        item.loosen()
        inside = "\n".join(line[4:] for line in lines)
        if (plain := paragraphs.PLAIN.fullmatch(inside)) and not plain[2]:
            item.blocks.append(f"<p>{inside.replace('&', '&amp;')}</p>")
        elif inside.startswith(">"):
            self._quote(inside, item.blocks)
        else:
            item.blocks.append(self._paragraph(inside))

    def _end_list(self) -> None:
        if self.items:
            self.blocks.append("<ul>\n" + "\n".join(item.html() for item in self.items) + "\n</ul>")
            self.items = []

    def finished(self) -> Converted:
        self._end_list()
        ids, counters = self.ids, dict[str, int]()
        tokens = []
        for level, words, index, attributes in self.headings:
            name = strip_tags(words) if "<" in words else " ".join(words.split())
            anchor = attributes.get("id") or unique(_slug(name), ids, counters)
            attributes["id"] = anchor
            tokens.append({"level": level, "id": anchor, "name": name})
            self.blocks[index] = f"{opening_tag(f'h{level}', attributes)}{words}</h{level}>"
        title = None if self.began is None else _without_tags(self.began)
        text = "\n".join(self.blocks).strip()
        return Converted(text, ids, nest_toc_tokens(tokens), title)


def _without_tags(words: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", words).split())
