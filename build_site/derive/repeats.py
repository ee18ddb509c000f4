"""Paragraphs that repeat another: picture captions and pull quotes that were copied as if they were running text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from build_site.derive.captions import said_of_picture

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from build_site.derive.lines import Line

CONTAINED = 0.8
"""Share of an unterminated paragraph's 3-grams that the running text must hold."""
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


def find_repeats(lines: list[Line], captions: AbstractSet[int] = frozenset()) -> dict[int, int]:
    """Return line → line that it repeats, by file line; `captions` are lines known to be captions.

    A copy is a paragraph that has no full stop (or is a caption) and whose 3-grams paragraphs of the running text
    hold, or one that equals an earlier paragraph. A sentence of the story is never taken for a copy of the caption
    that repeats it: what is repeated is terminated and no caption. The first line is never a copy: a headline may
    use the lead's words. Linear: 3-grams are looked up, pairs are not compared.
    """
    long = [(line, of) for line in lines if len(of := words(line.content)) >= SHORTEST]
    copies = _equal(long, captions)
    told, asked = {}, {}
    for line, of in long:
        if line.number not in copies:
            if _tells(line, captions):
                told[line.number] = of
            elif line is not lines[0] and not line.bare.isupper():
                # A line in capitals is a heading, even where the text says the same.
                asked[line.number] = _said(line, of)
    if asked:
        index = _index(told, set().union(*asked.values()))
        for number, own in asked.items():
            if original := _original(own, index):
                copies[number] = original
    return copies


def _equal(long: list[tuple[Line, list[str]]], captions: AbstractSet[int]) -> dict[int, int]:
    """Set apart paragraphs that equal an earlier one word for word and are no better terminated."""
    seen: dict[tuple[str, ...], Line] = {}
    copies: dict[int, int] = {}
    for line, of in long:
        earlier = seen.setdefault(tuple(of), line)
        if earlier is line:
            continue
        if _tells(line, captions) and not _tells(earlier, captions):
            copies[earlier.number] = line.number
            seen[tuple(of)] = line
        else:
            copies[line.number] = earlier.number
    return copies


def _tells(line: Line, captions: AbstractSet[int]) -> bool:
    """Whether a line tells a part of the story: a sentence with its full stop, and no caption."""
    return line.is_terminated and line.number not in captions


def _said(line: Line, of: list[str]) -> set[Shingle]:
    """Return the 3-grams of what may be a caption, without its label and mark."""
    said = words(said_of_picture(line.content))
    return shingles(said if len(said) >= SHORTEST else of)


def _index(told: dict[int, list[str]], wanted: set[Shingle]) -> dict[Shingle, list[int]]:
    """Return the lines of the running text that hold each 3-gram; the first few only, so that time stays linear."""
    index: dict[Shingle, list[int]] = {}
    for number, of in told.items():
        for shingle in wanted & shingles(of):
            places = index.setdefault(shingle, [])
            if len(places) < _POSTINGS:
                places.append(number)
    return index


def _original(own: set[Shingle], index: dict[Shingle, list[int]]) -> int | None:
    """Return the line that a paragraph repeats, or None; one made of several sentences repeats that of most words."""
    held = index.keys() & own
    if not held or len(held) < CONTAINED * len(own):
        return None
    places = Counter(chain.from_iterable(index[shingle] for shingle in held))
    return min(places, key=lambda number: (-places[number], number))
