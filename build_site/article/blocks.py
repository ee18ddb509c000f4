"""A text as received → blocks: paragraphs and residue, in the order of the text, nothing left out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from build_site.article.model import Block, BlockKind
from build_site.seed.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_site.derive.model import Residue
    from build_site.seed.text import Text

# Mail programs and typewriters wrap between these widths; a paragraph a line is longer or ends a sentence sooner.
_WRAP_MIN, _WRAP_MAX = 50, 100
_WRAPPED_SHARE = 0.8


def make_blocks(text: Text, residue: Iterable[Residue]) -> tuple[Block, ...]:
    """Part a plain text into blocks.

    A line is a paragraph, unless the text is hard-wrapped: then a blank line parts paragraphs. A line that is residue
    as a whole is a block of its own kind; residue inside a line stays in its paragraph.
    """
    # `text.lines` parts the whole text each time: once is enough.
    lines = text.lines
    kinds = {
        item.line: BlockKind(item.kind.value)
        for item in residue
        if _whole_line(item, lines[item.line - text.first_line])
    }
    numbered = list(enumerate(lines, text.first_line))
    groups = _wrapped_groups(numbered, kinds) if is_wrapped(lines) else ([item] for item in numbered)
    return tuple(_block(group, kinds) for group in groups if "".join(line for _, line in group).strip())


def _whole_line(item: Residue, line: str) -> bool:
    return not line[: item.start].strip() and not line[item.end :].strip()


def _block(group: list[tuple[int, str]], kinds: dict[int, BlockKind]) -> Block:
    words = squeeze(" ".join(line for _, line in group))
    return Block(kinds.get(group[0][0], BlockKind.PARAGRAPH), words, group[0][0])


def is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken to a width: nearly every line that another one follows is of wrapping length."""
    inner = [len(line.rstrip()) for line, after in pairwise(lines) if line.strip() and after.strip()]
    fitting = sum(_WRAP_MIN <= length <= _WRAP_MAX for length in inner)
    return len(inner) > 1 and fitting >= _WRAPPED_SHARE * len(inner)


def _wrapped_groups(numbered: list[tuple[int, str]], kinds: dict[int, BlockKind]) -> Iterator[list[tuple[int, str]]]:
    group: list[tuple[int, str]] = []
    for number, line in numbered:
        apart = not line.strip() or number in kinds
        if apart and group:
            yield group
            group = []
        if number in kinds:
            yield [(number, line)]
        elif line.strip():
            group.append((number, line))
    if group:
        yield group
