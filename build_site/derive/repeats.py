"""Paragraphs that repeat another: picture captions and pull quotes that were copied as if they were running text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.derive.lines import Line

CONTAINED = 0.8
"""Share of an unterminated paragraph's 3-grams that another must hold."""
SHORTEST = 8
"""Words of the shortest paragraph that can be a repeat; shorter ones recur by chance."""

_WORD = re.compile(r"\w+")
_POSTINGS = 8

Shingle = tuple[str, str, str]


def words(content: str) -> list[str]:
    """Return the words of a line in lower case, without punctuation."""
    return _WORD.findall(content.lower())


def shingles(of: list[str]) -> set[Shingle]:
    """Return the 3-grams of some words."""
    return set(zip(of, of[1:], of[2:], strict=False))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line long enough to be a repeat or its original."""

    line: Line
    words: list[str]
    shingles: set[Shingle]


def find_repeats(lines: list[Line]) -> dict[int, int]:
    """Return line → line that it repeats, by file line.

    A copy is a paragraph that has no full stop and whose 3-grams another paragraph holds, or one that equals an
    earlier paragraph, or a terminated one all of whose 3-grams a longer paragraph holds (a pull quote). The first
    line is never a copy: a headline may use the lead's words. Linear: 3-grams are looked up, pairs are not compared.
    """
    long = [(line, of) for line in lines if len(of := words(line.content)) >= SHORTEST]
    copies, distinct = _equal(long)
    index = _index(distinct)
    if not index:
        return copies
    for at, paragraph in enumerate(distinct):
        number = paragraph.line.number
        original = _original(at, distinct, index) if number != lines[0].number else None
        if original is not None and copies.get(original) != number:
            copies[number] = original
    return copies


def _equal(long: list[tuple[Line, list[str]]]) -> tuple[dict[int, int], list[_Paragraph]]:
    """Set apart paragraphs that equal an earlier one word for word and are no better terminated."""
    seen: dict[tuple[str, ...], Line] = {}
    copies: dict[int, int] = {}
    for line, of in long:
        earlier = seen.setdefault(tuple(of), line)
        if earlier is line:
            continue
        if line.is_terminated and not earlier.is_terminated:
            copies[earlier.number] = line.number
            seen[tuple(of)] = line
        else:
            copies[line.number] = earlier.number
    return copies, [_Paragraph(line, of, shingles(of)) for line, of in long if line.number not in copies]


def _index(distinct: list[_Paragraph]) -> dict[Shingle, list[int]]:
    """Index the 3-grams that stand in two paragraphs or more; in most texts none does, and elsewhere few.

    A 3-gram keeps its first few places only, so that time stays linear.
    """
    once: set[Shingle] = set()
    again: set[Shingle] = set()
    for paragraph in distinct:
        again |= once & paragraph.shingles
        once |= paragraph.shingles
    index: dict[Shingle, list[int]] = {shingle: [] for shingle in again}
    for at, paragraph in enumerate(distinct):
        for shingle in again & paragraph.shingles:
            if len(index[shingle]) < _POSTINGS:
                index[shingle].append(at)
    return index


def _original(at: int, distinct: list[_Paragraph], index: dict[Shingle, list[int]]) -> int | None:
    """Return the line that a paragraph repeats, or None."""
    own = distinct[at]
    shared = [place for shingle in index.keys() & own.shingles for place in index[shingle] if place != at]
    if not shared:
        return None
    other, count = min(Counter(shared).items(), key=lambda item: (-item[1], item[0]))
    terminated = own.line.is_terminated
    needed = 1.0 if terminated else CONTAINED
    better = distinct[other].line.is_terminated and not terminated
    longer = better or len(distinct[other].words) > len(own.words)
    return distinct[other].line.number if longer and count >= needed * len(own.shingles) else None
