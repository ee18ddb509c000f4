"""Paragraphs that repeat another: picture captions and pull quotes that were copied as if they were running text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.derive.lines import Line

CONTAINED = 0.8
"""Share of an unterminated paragraph's 3-grams that another must hold."""
SHORTEST = 8
"""Words of the shortest paragraph that can be a repeat; shorter ones recur by chance."""

_WORD = re.compile(r"\w+")
_SIZE = 3
_POSTINGS = 8

Shingle = tuple[str, ...]


def words(content: str) -> list[str]:
    """Return the words of a line in lower case, without punctuation."""
    return _WORD.findall(content.lower())


def shingles(of: list[str]) -> set[Shingle]:
    """Return the 3-grams of some words."""
    return set(zip(*(of[shift:] for shift in range(_SIZE)), strict=False))


def find_repeats(lines: list[Line]) -> dict[int, int]:
    """Return line → line that it repeats, by file line.

    A copy is a paragraph that has no full stop and whose 3-grams another paragraph holds, or one that equals an
    earlier paragraph, or a terminated one all of whose 3-grams a longer paragraph holds (a pull quote). The first
    line is never a copy: a headline may use the lead's words. Linear: 3-grams are looked up, pairs are not compared.
    """
    long = [(line, of) for line in lines if len(of := words(line.content)) >= SHORTEST]
    copies, distinct = _equal(long)
    index = _index(distinct)
    first = lines[0].number if lines else 0
    for at, (line, of) in enumerate(distinct):
        original = _original(at, line, of, distinct, index) if line.number != first else None
        if original is not None and copies.get(original) != line.number:
            copies[line.number] = original
    return copies


def _equal(long: list[tuple[Line, list[str]]]) -> tuple[dict[int, int], list[tuple[Line, list[str]]]]:
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
    return copies, [(line, of) for line, of in long if line.number not in copies]


def _index(distinct: list[tuple[Line, list[str]]]) -> dict[Shingle, list[int]]:
    """Index paragraphs by 3-gram; a 3-gram keeps its first few places only, so that time stays linear."""
    index: dict[Shingle, list[int]] = defaultdict(list)
    for at, (_, of) in enumerate(distinct):
        for shingle in shingles(of):
            if len(index[shingle]) < _POSTINGS:
                index[shingle].append(at)
    return index


def _original(
    at: int, line: Line, of: list[str], distinct: list[tuple[Line, list[str]]], index: dict[Shingle, list[int]]
) -> int | None:
    """Return the line that a paragraph repeats, or None."""
    own = shingles(of)
    counts = Counter(other for shingle in own for other in index[shingle] if other != at)
    for other, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:1]:
        needed = 1.0 if line.is_terminated else CONTAINED
        longer = len(distinct[other][1]) > len(of) or (distinct[other][0].is_terminated and not line.is_terminated)
        if longer and count >= needed * len(own):
            return distinct[other][0].number
    return None
