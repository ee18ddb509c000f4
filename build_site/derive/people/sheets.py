"""Team sheets: lines that list players by surname, `Northport: Fenwick; Rudge, Lund (capt), …`."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import PLACES
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_site.derive.people.candidates import Candidate
    from build_site.derive.people.tokens import Token

LABEL = 5
"""Tokens within which the colon behind the name of the team stands."""
ITEMS = 9
"""Names of one word from which a line is a team sheet; shorter lists name towns and firms as well."""
FEW = 4
"""Names from which a line is one of substitutes, where its label says so."""
BENCH = parse("replacements subs substitutes bench")
SEPARATORS = frozenset(",;")
WORDS_AN_ITEM = 2.0
"""Words an item up to which a line lists names and tells nothing."""
PLACE_SHARE = 0.3
"""Share of places from which a line lists places."""


def sheet_lines(tokens: Sequence[Token], candidates: Iterable[Candidate]) -> frozenset[int]:
    """Return the lines that are team sheets."""
    singles = ((tokens[one.start].line, one.core[-1]) for one in candidates if one.is_single)
    names: dict[int, list[str]] = {}
    for line, word in singles:
        names.setdefault(line, []).append(word)
    long = {line for line, words in names.items() if len(words) > FEW and lists_people(words)}
    return frozenset(line for line, content in lines_of(tokens, long) if is_list(content))


def lists_people(words: Sequence[str]) -> bool:
    """Say whether few of the words are places."""
    return sum(word in PLACES for word in words) < PLACE_SHARE * len(words)


def lines_of(tokens: Sequence[Token], wanted: set[int]) -> Iterator[tuple[int, list[Token]]]:
    """Yield the lines wanted with their tokens."""
    if wanted:
        grouped = groupby(tokens, key=lambda token: token.line)
        yield from ((line, list(content)) for line, content in grouped if line in wanted)


def is_list(line: Sequence[Token]) -> bool:
    """Say whether a line is a label with a colon and a list of names behind it."""
    items = sum(token.text in SEPARATORS for token in line) + 1
    label = list(takewhile(lambda token: token.text != ":", line[:LABEL]))
    enough = FEW if any(token.low in BENCH for token in label) else ITEMS
    words = sum(token.is_word for token in line)
    return len(label) < LABEL and items >= enough and words <= WORDS_AN_ITEM * items
