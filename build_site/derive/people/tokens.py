"""A text as words and marks, each with its place; every later step looks at these and no longer at the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import ABBREVIATIONS, ACRONYMS
from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LETTERS = r"[^\W\d_]+"
PIECE = re.compile(
    rf"(?P<initials>(?:[A-Z]\.){{2,}}|[A-Z]\.(?=\s))"
    rf"|(?P<word>{LETTERS}(?:[’'ʼ`\-‐‑]{LETTERS})*(?:\.(?=\s))?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<mark>\S)"
)
"""One word, number or mark. Each alternative consumes what it matches, so time is linear in the line's length."""
POSSESSIVES = ("’s", "'s", "ʼs", "`s")
ENDS_SENTENCE = frozenset(".!?…:")
QUOTES = frozenset("\"“”‘’'«»`„")
BEFORE_OPENING = QUOTES | frozenset("([•·-–—*►▪")
"""Marks that may stand between the start of a sentence and its first word."""
NEW_LINE = "\n"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the text."""

    text: str
    """As it stands in the text; a line's end is a token of its own."""
    low: str
    """Folded: lower case, no accents, plain apostrophes and hyphens, no full stop."""
    line: int
    """0-based number of the line."""
    start: int
    """First character in the line, 0-based."""
    end: int
    """One past the last character in the line."""
    opens: bool = False
    """True for the first word of a sentence, where a capital says nothing."""
    is_word: bool = False
    """True for letters; False for numbers and marks."""
    is_capital: bool = False
    """True for a word that begins with a capital, or with an Arabic article and a capital (`al-Sayed`)."""
    is_initial: bool = False
    """True for `J`, `J.` and `J.K.`, but not for `U.S.`."""


LISTED_INITIAL = re.compile(r", I [A-ZÀ-Þ][^\W\d_]+ ?[,(]")
"""`I` as an initial in a list of names: `, I Lund, `, `, I Lund (`."""
ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|an|at|az|ul|ud|ed|abu|bin|ibn|d|l|t)[-‐‑’'][A-ZÀ-Þ]", re.ASCII)
"""An Arabic article, or a Romance or Dutch elision, in front of a capital: the word counts as capitalised."""


def tokenise(lines: Iterable[str]) -> tuple[Token, ...]:
    """Return all tokens of the lines, each line followed by the token for its end."""
    return tuple(token for number, line in enumerate(lines) for token in line_tokens(number, line))


def line_tokens(number: int, line: str) -> Iterator[Token]:
    """Yield the tokens of one line; its first word opens a sentence."""
    opens = True
    for piece in PIECE.finditer(line):
        text, start, kind = piece[0], piece.start(), piece.lastgroup
        if kind == "word":
            has_stop = text[-1] == "." and fold(text[:-1]) not in ABBREVIATIONS
            bare = text[:-1] if has_stop else text
            if bare == "I" and LISTED_INITIAL.match(line, start - 2):
                yield Token(
                    "I", "i", number, start, start + 1, opens=False, is_word=True, is_capital=True, is_initial=True
                )
            else:
                yield from word_tokens(bare, number, start, opens=opens)
            opens = has_stop
            if has_stop:
                yield Token(".", ".", number, start + len(text) - 1, start + len(text))
        elif kind == "initials":
            yield make_word(text, number, start, opens=opens)
            opens = False
        else:
            yield Token(text, text, number, start, start + len(text))
            opens = text in ENDS_SENTENCE or (opens and text in BEFORE_OPENING)
    yield Token(NEW_LINE, NEW_LINE, number, len(line), len(line))


def word_tokens(text: str, line: int, start: int, *, opens: bool) -> Iterator[Token]:
    """Yield the token of a word, and behind it the one of a possessive ending."""
    bare = text[:-2] if text.endswith(POSSESSIVES) and len(text) > 2 else text  # noqa: PLR2004 - both of its characters
    yield make_word(bare, line, start, opens=opens)
    if bare != text:
        yield Token("'s", "'s", line, start + len(bare), start + len(text))


def make_word(text: str, line: int, start: int, *, opens: bool) -> Token:
    """Return the token of a word; `I`, and `A` where a sentence opens, are no capitals that mean something."""
    low, first, is_initial = fold(text), text[0], False
    if low[-1] == ".":
        low = low.replace(".", "")
        is_initial = text[1] == "." and low not in ACRONYMS
    if first.islower():
        is_capital = bool(ARTICLE.match(text))
    else:
        is_initial = is_initial or len(text) == 1
        is_capital = first.isupper() and text != "I" and not (opens and text == "A")
    return Token(text, low, line, start, start + len(text), opens, True, is_capital, is_initial)  # noqa: FBT003 - as the fields stand
