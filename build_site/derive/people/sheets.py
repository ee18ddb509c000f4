"""Team sheets: lines that list players by surname, `Northport: Fenwick; Rudge, Lund (capt), …`."""

from __future__ import annotations

from bisect import bisect
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import KINSHIP, PARTICLES, PLACES
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
"""Names from which a line is one of substitutes where its label says so, or of players beside another team sheet."""
FEWEST = 2
"""Names from which a line is one of substitutes where its label says so and it holds nothing else."""
MINUTE = 2
"""Tokens behind a name in brackets within which a minute shows that it came on: `(Rudge, 76)`."""
BENCH = parse("replacements subs substitutes bench used")
CAPTIONS = parse("right l-r pictured picture shows")
"""Words of captions, whose lists are of first names as often."""
JOINTS = PARTICLES | {"for"}
"""Words in lower case that stand in team sheets: `van Lund`, and `Lund for Rudge (53)`."""
SEPARATORS = frozenset(",;")
ENDS = frozenset(".\n")
WORDS_AN_ITEM = 2.0
"""Words an item up to which a line lists names and tells nothing."""
BARE = 1.3
"""Words an item up to which a line without a label is nothing but names."""
PLACE_SHARE = 0.3
"""Share of places from which a line lists places."""


def sheet_names(tokens: Sequence[Token], candidates: Iterable[Candidate]) -> frozenset[int]:
    """Return the run starts of the names of one word that stand in team sheets."""
    singles = [one for one in candidates if one.is_single and is_player(tokens, one)]
    pieces = [piece for piece in by_sentence(tokens, singles) if may_be_sheet(tokens, piece) and lists_people(piece)]
    content = [list(outside_brackets(sentence(tokens, piece[0].run))) for piece in pieces]
    sheets = [is_sheet(one) for one in content]
    found = (
        piece
        for piece, words, sheet in zip(pieces, content, sheets, strict=True)
        if sheet or (any(sheets) and is_list(words, FEW, BARE))
    )
    return frozenset(one.run for piece in found for one in piece)


def may_be_sheet(tokens: Sequence[Token], names: Sequence[Candidate]) -> bool:
    """Say whether the names of a sentence are many, or stand behind a label for substitutes."""
    near = tokens[max(0, names[0].run - LABEL) : names[0].end + LABEL]
    return len(names) > FEW or any(token.low in BENCH for token in near)


def by_sentence(tokens: Sequence[Token], singles: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return the names of one word by the sentence, or line without one, in which they stand."""
    ends = [index for index, token in enumerate(tokens) if token.text in ENDS]
    pieces: dict[int, list[Candidate]] = {}
    for one in singles:
        pieces.setdefault(bisect(ends, one.run), []).append(one)
    return list(pieces.values())


def sentence(tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """Return the tokens around a position, from one end of a sentence or line to the next."""
    start = position
    while start > 0 and tokens[start - 1].text not in ENDS:
        start -= 1
    return list(takewhile(lambda token: token.text not in ENDS, islice(tokens, start, None)))


def is_player(tokens: Sequence[Token], one: Candidate) -> bool:
    """Say whether a name stands in no bracket, as the club in `Lund (Saltby)` does, or has a minute: `(Rudge 76)`."""
    if not one.run or tokens[one.run - 1].text not in {"(", "["}:
        return True
    return any(token.text.isdecimal() for token in tokens[one.run_end : one.run_end + MINUTE])


def lists_people(names: Sequence[Candidate]) -> bool:
    """Say whether few of the names are places."""
    return sum(one.core[-1] in PLACES for one in names) < PLACE_SHARE * len(names)


def outside_brackets(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens that stand in no brackets."""
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            yield token
        depth = max(0, depth - (token.text == ")"))


def is_sheet(line: Sequence[Token]) -> bool:
    """Say whether a line is a team sheet by itself: it has a label, or is nothing but a long list of names.

    A list of somebody's children is none: `Lundia: Ada, her sons Bo, 12, Cy, 9`, nor is who stands in a picture.
    """
    if any(token.low in KINSHIP or token.low in CAPTIONS for token in line):
        return False
    label = list(takewhile(lambda token: token.text != ":", line[:LABEL]))
    if len(label) == LABEL:
        return is_list(line, ITEMS, BARE)
    if any(token.low in BENCH for token in label):
        return is_list(line, FEW, WORDS_AN_ITEM) or is_list(line[len(label) :], FEWEST, BARE)
    return is_list(line, ITEMS, WORDS_AN_ITEM)


def is_list(line: Sequence[Token], fewest: int, words_an_item: float) -> bool:
    """Say whether a line holds so many items, of so few words each."""
    items = sum(token.text in SEPARATORS or token.text == "for" for token in line) + 1
    words = sum(token.is_word and token.text not in JOINTS for token in line)
    return items >= fewest and words <= words_an_item * items
