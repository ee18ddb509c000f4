"""The inside of a paragraph of a contributor's Markdown → one escaped subset of Markdown, and its plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from build_site.article.escape import escape_ends, escape_inline
from build_site.seed import characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_SAFE = ":/?#@!$&+,=%-._~"
_TEXT = ("text", "text_special")
BREAK = "  \n"
"""A line end that is kept, as Python-Markdown reads it."""
INSIDE = "\x01"
"""Stands before the id of an article that a link leads to. No seed can hold this character (`seed.characters`)."""

_SCHEMES = ("http", "https", "mailto")
_ARTICLE = re.compile(r"(?:\.\./articles/|\./)?([A-Za-z0-9][A-Za-z0-9_-]{0,99})(?:\.md|/)(?:#[A-Za-z0-9_-]*)?")
_WRAP = {"em": "*", "strong": "**"}
_INSIDE_LINK = re.compile(rf"{INSIDE}\[([^{INSIDE}]*)\]\({INSIDE}([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text, written twice."""

    markdown: str
    """Escaped Markdown."""
    words: str
    """What a reader sees of it, as plain text."""


def inline(tokens: Sequence[Token]) -> Inline:
    """Write a paragraph's tokens. Emphasis is not nested: where it would be, the outer one stays."""
    parts: list[Inline] = []
    position = 0
    while position < len(tokens):
        end = _closing(tokens, position)
        parts.append(_element(tokens[position : end + 1], parts))
        position = end + 1
    return Inline(_held_apart("".join(part.markdown for part in parts)), "".join(part.words for part in parts))


def _held_apart(markdown: str) -> str:
    """Escape what only the neighbourhood of two parts makes special: a picture, a link definition."""
    return re.sub(rf"!(?={INSIDE}?\[)", r"\!", markdown).replace("\\]:", "\\]&#58;")


def escape_lines(markdown: str) -> str:
    """Escape what would begin a block at the start of each line of a paragraph, or make a heading or table of two."""
    lines = [line.strip() for line in markdown.split(BREAK) if line.strip()]
    return BREAK.join(escape_ends(line if number == 0 else _further(line)) for number, line in enumerate(lines))


def _further(line: str) -> str:
    return f"&#{ord(line[0])};{line[1:]}" if line[0] in "=|:" else line


def escape_line(markdown: str) -> str:
    """Escape the same where all stands on one line."""
    return escape_ends(" ".join(markdown.split()))


def _closing(tokens: Sequence[Token], start: int) -> int:
    """Index of the last token of the element at `start`; a run of text is one element."""
    if tokens[start].type in _TEXT:
        run = takewhile(lambda index: tokens[index].type in _TEXT, range(start, len(tokens)))
        return start + sum(1 for _ in run) - 1
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _element(tokens: Sequence[Token], before: Sequence[Inline]) -> Inline:
    first = tokens[0]
    if first.type in ("em_open", "strong_open"):
        return _emphasis(_WRAP[first.tag], inline(tokens[1:-1]), before)
    if first.type == "link_open":
        return _link(str(first.attrs.get("href", "")), str(first.attrs.get("title", "")), inline(tokens[1:-1]))
    if first.type == "image":
        alt = inline(first.children or [])
        shown = alt if alt.words.strip() else _plain(str(first.attrs["src"]))
        return _link(str(first.attrs["src"]), str(first.attrs.get("title", "")), shown)
    if first.type == "code_inline":
        return _code(first.content)
    if first.type in ("softbreak", "hardbreak"):
        return Inline(" " if first.type == "softbreak" else BREAK, " ")
    return _plain("".join(map(typed, tokens)))


def typed(token: Token) -> str:
    """Give the characters of a text; an entity of something that may not stand in a text shows as it was typed."""
    return token.markup if token.type == "text_special" and characters.hidden(token.content) else token.content


def _plain(text: str) -> Inline:
    line = text.replace("\n", " ")
    # What stands behind this part might complete an entity.
    return Inline(re.sub(r"&(?=[#\w]*$)", "&amp;", escape_inline(line)), line)


def _emphasis(mark: str, inner: Inline, before: Sequence[Inline]) -> Inline:
    text = inner.markdown
    plain = not re.search(r"(?<!\\)\*", text) and BREAK not in text and text == text.strip() and text
    touches = bool(before) and before[-1].markdown.endswith("*")
    return Inline(f"{mark}{text}{mark}", inner.words) if plain and not touches else inner


def _code(content: str) -> Inline:
    """Write code. What a parser may read otherwise there is written as plain characters."""
    if re.search(r"[<&\\`\[]", content) or content != content.strip() or not content:
        return _plain(content)
    return Inline(f"`{content}`", content)


def _link(target: str, title: str, inner: Inline) -> Inline:
    """Write a link where its target is allowed; else its words, with the address behind them as characters."""
    if title:
        inner = Inline(f'{inner.markdown} ("{escape_inline(title)}")', f'{inner.words} ("{title}")')
    words = escape_ends(inner.markdown.replace(BREAK, " "))
    # A link inside the words of a link (an image within a link) and words without letters stay as they are.
    if "](" in words or not inner.words.strip():
        return Inline(f"{words} ({escape_inline(target)})", f"{inner.words} ({target})")
    inside = _ARTICLE.fullmatch(target)
    if inside:
        return Inline(f"{INSIDE}[{words}]({INSIDE}{inside[1]})", inner.words)
    if _allowed(target):
        return Inline(f"[{words}]({quote(target, safe=_SAFE)})", inner.words)
    return Inline(f"{words} ({escape_inline(target)})", f"{inner.words} ({target})")


def _allowed(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme not in _SCHEMES or "@" in parts.netloc:
        return False
    return bool(parts.path) if parts.scheme == "mailto" else bool(parts.hostname)


def resolve(markdown: str, shown: frozenset[str]) -> str:
    """Turn links to articles into links to their pages; where the edition has no such page, the words stay."""

    def written(match: re.Match[str]) -> str:
        return f"[{match[1]}]({match[2]}.md)" if match[2] in shown else match[1]

    return _INSIDE_LINK.sub(written, markdown)
