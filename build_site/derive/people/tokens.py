"""A text as words and marks, each with its place; every later step looks at these and no longer at the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from build_site.derive.people.vocabulary import ABBREVIATIONS, ACRONYMS, FIRST_NAMES, PLACES
from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LETTERS = r"[^\W\d_]+"
PIECE = re.compile(
    rf"(?P<initials>(?:[A-Z]\.){{2,}}|[A-Z]\.(?=\s)|[A-Z]\.[A-Z](?=\s[A-Z]))"
    rf"|(?P<word>{LETTERS}(?:[’'ʼ`\-‐‑]{LETTERS})*(?:\.(?=\s))?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<mark>\S)"
)
"""One word, number or mark. Each alternative consumes what it matches, so time is linear in the line's length."""
POSSESSIVES = ("’s", "'s", "ʼs", "`s")
ENDS_SENTENCE = frozenset(".!?…:")
OWNED = re.compile(
    rf"(?P<name>{LETTERS})[-‐‑](?:trained|led|era|founded|backed|owned|directed|inspired|penned|ridden|managed|fronted|produced)"
)
"""A surname and what its bearer does, or when: `Fenwick-trained`, `Fenwick-era`."""
QUOTES = frozenset("\"“”‘’'«»`„")
BEFORE_OPENING = QUOTES | frozenset("([•·-–—*►▪¦")
"""Marks that may stand between the start of a sentence and its first word; `¦` is where a label was masked."""
NEW_LINE = "\n"
FIRST_PERSON = frozenset({"i", "i'd", "i'll", "i'm", "i've"})
"""Words whose capital means nothing, folded: in `like Bo I'd wait` the name ends with `Bo`."""


class Token(NamedTuple):
    """A word or mark of the text. A text has thousands: a frozen dataclass would take five times as long to make."""

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
    """True for `J`, `J.`, `J.K.` and `J.K`, but not for `U.S.`."""


LISTED_INITIAL = re.compile(r", I [A-ZÀ-Þ][^\W\d_]+ ?[,(]")
"""`I` as an initial in a list of names: `, I Lund, `, `, I Lund (`."""
LISTED_A = re.compile(r"A [A-ZÀ-Þ][^\W\d_’'-]+(?: \([A-Z]|, [A-Z] [A-Z])")
"""`A` as an initial where a list begins: `Replacements: A Lund (Saltby), `, `: A Lund, B Rudge`."""
ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|an|at|az|ul|ud|ed|abu|bin|ibn|d|l|t)[-‐‑’'][A-ZÀ-Þ]", re.ASCII)
"""An Arabic article, or a Romance or Dutch elision, in front of a capital: the word counts as capitalised."""


def tokenise(lines: Iterable[str]) -> tuple[Token, ...]:
    """Return all tokens of the lines, each line followed by the token for its end."""
    found: list[Token] = []
    for number, line in enumerate(lines):
        add_line(found, number, line)
    return tuple(found)


def add_line(found: list[Token], number: int, line: str) -> None:
    """Add the tokens of one line; its first word opens a sentence."""
    opens = True
    for piece in PIECE.finditer(line):
        text, start, kind = piece[0], piece.start(), piece.lastgroup
        if kind == "word" and "-" in text and (owned := OWNED.fullmatch(text)) and is_surname(found, owned["name"]):
            add_word(found, owned["name"], (number, start), opens=False)
            found.append(Token("-", "-", number, start + len(owned["name"]), start + len(owned["name"]) + 1))
            opens = False
        elif kind == "word":
            has_stop = text[-1] == "." and fold(text[:-1]) not in ABBREVIATIONS
            bare = text[:-1] if has_stop else text
            is_listed = (bare == "I" and LISTED_INITIAL.match(line, start - 2) is not None) or (
                bare == "A" and LISTED_A.match(line, start) is not None
            )
            if found and found[-1].end == start and is_glued(found[-1], bare):
                found.append(Token(bare, fold(bare), number, start, start + len(bare), is_word=True))
            else:
                add_word(found, bare, (number, start), opens=opens, is_listed=is_listed)
            opens = has_stop
            if has_stop:
                found.append(Token(".", ".", number, start + len(text) - 1, start + len(text)))
        elif kind == "initials":
            add_word(found, text, (number, start), opens=opens)
            opens = False
        else:
            found.append(Token(text, text, number, start, start + len(text)))
            opens = text in ENDS_SENTENCE or (opens and text in BEFORE_OPENING)
    found.append(Token(NEW_LINE, NEW_LINE, number, len(line), len(line)))


def is_glued(before: Token, word: str) -> bool:
    """Say whether capitals directly behind a figure are the rest of a name of a body: `G4S`, `AG2R-Lund`."""
    return before.text[-1].isdigit() and word.partition("-")[0].isupper()


def is_surname(before: Sequence[Token], word: str) -> bool:
    """Say whether a word is a surname behind a first name, so that what a hyphen joins to it can be left out."""
    if not before or not before[-1].is_capital:
        return False
    first = before[-1].low
    return first in FIRST_NAMES and first not in PLACES and word[0].isupper() and fold(word) not in PLACES


def add_word(found: list[Token], text: str, place: tuple[int, int], *, opens: bool, is_listed: bool = False) -> None:
    """Add the token of a word, and behind it the one of a possessive ending."""
    bare, low, is_capital, is_initial = shape(text)
    if bare == "A" and opens:
        is_capital = False
    line, start = place
    middle = start + len(bare)
    found.append(Token(bare, low, line, start, middle, opens, True, is_capital or is_listed, is_initial))  # noqa: FBT003 - as the fields stand
    if bare != text:
        found.append(Token("'s", "'s", line, middle, start + len(text)))


@lru_cache(maxsize=1 << 16)
def shape(text: str) -> tuple[str, str, bool, bool]:
    """Return a word without possessive ending, its folded form, whether it is capitalised, and whether an initial.

    `I` is no capital that means something, `I'd` neither, nor is `A` where a sentence opens.
    """
    bare = text[:-2] if text.endswith(POSSESSIVES) and len(text) > 2 else text  # noqa: PLR2004 - both of its characters
    low, first, is_initial = fold(bare), bare[0], False
    if "." in low:
        low = low.replace(".", "")
        is_initial = bare[1] == "." and low not in ACRONYMS
    if first.islower():
        return bare, low, bool(ARTICLE.match(bare)), is_initial
    return bare, low, first.isupper() and low not in FIRST_PERSON, is_initial or len(bare) == 1
