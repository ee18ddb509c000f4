"""Pictures and links in a Markdown body: what a reader would miss there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markdown_it import MarkdownIt

from build_site.fields.kinds import near
from build_site.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from build_site.seed.model import Seed
    from build_site.seed.text import Text


def look_at_markdown(seed: Seed, ids: frozenset[str]) -> Iterator[Problem]:
    """Report pictures without a description, and links that lead nowhere inside the archive; `ids` are its articles."""
    if seed.text is None or not seed.markdown:
        return
    places: dict[tuple[int, str], int] = {}
    lines = seed.text.lines
    for first, last, token in _links_and_pictures(seed.text):
        target = str(token.attrs.get("src" if token.type == "image" else "href", ""))
        at = _place(seed.text, first, lines[first:last], target, places)
        if token.type == "image" and not token.content.strip():
            message = "a picture without a description; who does not see it learns nothing"
            yield Problem(at, message, "write what it shows between the square brackets", severity=Severity.NOTICE)
        if token.type == "link_open":
            yield from _broken(target, at, ids)


def _links_and_pictures(text: Text) -> Iterator[tuple[int, int, Token]]:
    parser = MarkdownIt("commonmark", {"html": False})
    for block in parser.parse(text.content):
        if block.type == "inline" and block.map:
            for token in _flat(block.children or ()):
                if token.type in ("image", "link_open"):
                    yield block.map[0], block.map[1], token


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _place(text: Text, first: int, lines: Sequence[str], target: str, places: dict[tuple[int, str], int]) -> Position:
    """Find where the address stands in the lines of its paragraph; of several alike on a line, each is found once."""
    for number, line in enumerate(lines, first):
        start = places.get((number, target), 0)
        found = line.find(f"({target}", start) if target else line.find("(", start)
        if found >= 0:
            places[number, target] = found + 1
            return Position(text.path, number + text.first_line, found + 2)
    return Position(text.path, first + text.first_line)


def _broken(target: str, at: Position, ids: frozenset[str]) -> Iterator[Problem]:
    """Report a link to an article that is not here. Links to other places are not looked at: they need the network."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return
    wanted = parts.path.removeprefix("../articles/").removeprefix("./").removesuffix(".md").removesuffix("/")
    if "/" in wanted or wanted == parts.path:
        message = f'the link to "{target}" leads to no article; it is shown as these characters'
        yield Problem(at, message, "write the id of an article and `.md`, or a whole web address")
    elif wanted not in ids:
        message = f'the link leads to "{wanted}", and there is no such article'
        yield Problem(at, message, f"{near(wanted, ids)}write the id of an article, for example (quay-closes.md)")
