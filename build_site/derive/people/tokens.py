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
    rf"|(?P<word>{LETTERS}(?:[’'ʼ`\-‐‑]{LETTERS})*(?P<stop>\.(?=\s))?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<mark>\S)"
)
"""One word, number or mark. Each alternative consumes what it matches, so time is linear in the line's length."""
POSSESSIVE = re.compile(r"[’'ʼ`]s$")
ENDS_SENTENCE = frozenset(".!?…:")
QUOTES = frozenset("\"“”‘’'«»`„")
BULLETS = frozenset("•·-–—*►▪")
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


ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|an|at|az|ul|ud|ed|abu|bin|ibn|d|l|t)[-‐‑’'][A-ZÀ-Þ]", re.ASCII)
"""An Arabic article, or a Romance or Dutch elision, in front of a capital: the word counts as capitalised."""


def tokenise(lines: Iterable[str]) -> tuple[Token, ...]:
    """Return all tokens of the lines, each line followed by the token for its end."""
    return tuple(token for number, line in enumerate(lines) for token in line_tokens(number, line))


def line_tokens(number: int, line: str) -> Iterator[Token]:
    """Yield the tokens of one line; its first word opens a sentence."""
    opens = True
    for piece in PIECE.finditer(line):
        if piece["word"]:
            yield from word_tokens(number, piece, opens=opens)
            opens = bool(piece["stop"]) and not is_abbreviation(piece["word"])
        elif piece["initials"]:
            yield capital(piece.group(), number, piece.start(), opens=opens, is_initial=True)
            opens = False
        else:
            yield Token(piece.group(), piece.group(), number, piece.start(), piece.end())
            opens = still_opens(piece.group(), opens=opens)
    yield Token(NEW_LINE, NEW_LINE, number, len(line), len(line))


def still_opens(mark: str, *, opens: bool) -> bool:
    """Say whether a word behind the mark opens a sentence."""
    return mark in ENDS_SENTENCE or (opens and (mark in QUOTES or mark in "([" or mark in BULLETS))


def is_abbreviation(word: str) -> bool:
    """Say whether the full stop at the end of the word belongs to the word."""
    return fold(word.rstrip(".")) in ABBREVIATIONS


def is_plain_word(text: str, *, opens: bool) -> bool:
    """Say whether the capital is no sign of a name: the pronoun `I`, and `A` where a sentence opens."""
    return text == "I" or (text == "A" and opens)


def capital(text: str, line: int, start: int, *, opens: bool, is_initial: bool) -> Token:
    """Make the token of a word."""
    is_capital = (text[0].isupper() and not is_plain_word(text, opens=opens)) or bool(ARTICLE.match(text))
    low = fold(text.rstrip(".")) if not is_initial else fold(text).replace(".", "")
    is_initial = is_initial and low not in ACRONYMS
    return Token(text, low, line, start, start + len(text), opens, True, is_capital, is_initial)  # noqa: FBT003 - in the order of the fields, for speed


def word_tokens(line: int, piece: re.Match[str], *, opens: bool) -> Iterator[Token]:
    """Yield a word, and behind it a possessive ending or the full stop that ends the sentence."""
    word, start = piece["word"], piece.start()
    stop = bool(piece["stop"]) and not is_abbreviation(word)
    word = word[:-1] if stop else word
    bare = POSSESSIVE.sub("", word) or word
    yield capital(bare, line, start, opens=opens, is_initial=len(bare) == 1 and bare.isupper())
    if bare != word:
        yield Token("'s", "'s", line, start + len(bare), start + len(word))
    if stop:
        yield Token(".", ".", line, start + len(word), start + len(word) + 1)
