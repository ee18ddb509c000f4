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
"""Names from which a line is one of substitutes, where its label says so or another line is a team sheet."""
BENCH = parse("replacements subs substitutes bench")
SEPARATORS = frozenset(",;")
WORDS_AN_ITEM = 2.0
"""Words an item up to which a line lists names and tells nothing."""
BARE = 1.3
"""Words an item up to which a line without a label is nothing but names."""
PLACE_SHARE = 0.3
"""Share of places from which a line lists places."""


def sheet_lines(tokens: Sequence[Token], candidates: Iterable[Candidate]) -> frozenset[int]:
    """Return the lines that are team sheets."""
    names: dict[int, list[str]] = {}
    for one in candidates:
        if one.is_single and not is_bracketed(tokens, one.run):
            names.setdefault(tokens[one.start].line, []).append(one.core[-1])
    long = {line for line, words in names.items() if len(words) > FEW and lists_people(words)}
    lines = dict(lines_of(tokens, long))
    sheets = {line for line, content in lines.items() if is_sheet(content)}
    return frozenset(sheets | {line for line, content in lines.items() if sheets and is_list(content, FEW, BARE)})


def is_bracketed(tokens: Sequence[Token], start: int) -> bool:
    """Say whether a run stands in brackets, as the club of a player does: `Lund (Saltby)`."""
    return start > 0 and tokens[start - 1].text in {"(", "["}


def lists_people(words: Sequence[str]) -> bool:
    """Say whether few of the words are places."""
    return sum(word in PLACES for word in words) < PLACE_SHARE * len(words)


def lines_of(tokens: Sequence[Token], wanted: set[int]) -> Iterator[tuple[int, list[Token]]]:
    """Yield the lines wanted with their tokens, without what stands in brackets."""
    if wanted:
        grouped = groupby(tokens, key=lambda token: token.line)
        yield from ((line, list(outside_brackets(content))) for line, content in grouped if line in wanted)


def outside_brackets(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens that stand in no brackets."""
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            yield token
        depth = max(0, depth - (token.text == ")"))


def is_sheet(line: Sequence[Token]) -> bool:
    """Say whether a line is a team sheet by itself: it has a label, or is nothing but a long list of names."""
    label = list(takewhile(lambda token: token.text != ":", line[:LABEL]))
    if len(label) == LABEL:
        return is_list(line, ITEMS, BARE)
    return is_list(line, FEW if any(token.low in BENCH for token in label) else ITEMS, WORDS_AN_ITEM)


def is_list(line: Sequence[Token], fewest: int, words_an_item: float) -> bool:
    """Say whether a line holds so many items, of so few words each."""
    items = sum(token.text in SEPARATORS for token in line) + 1
    return items >= fewest and sum(token.is_word for token in line) <= words_an_item * items
