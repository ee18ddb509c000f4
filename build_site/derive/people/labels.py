"""Anonymised labels: `Girl A`, `Witness B`, `Mr X`, `Victim 1`. They stand for a person whom nobody may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import HONORIFICS
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.candidates import Candidate
    from build_site.derive.people.tokens import Token

LABELS = parse(
    """girl boy child baby infant woman man mother father parent sister brother son daughter person witness
    victim complainant survivor patient resident pupil student teacher nurse doctor surgeon officer soldier
    suspect defendant claimant appellant applicant respondent adult employee worker informant agent player"""
)
"""Nouns that are used with a letter or number in place of a name."""
LETTERS = 2
"""Letters that a label has at most: `Mr AB`."""


def label(tokens: Sequence[Token], candidate: Candidate) -> tuple[int, int] | None:
    """Return the span of tokens of an anonymised label at the candidate, or None.

    The letter is the last word of the run, or a number stands right behind it.
    """
    last = candidate.run_end - 1
    if is_letter(tokens[last]) and last > candidate.run and is_label_noun(tokens[last - 1]):
        return last - 1, last + 1
    behind = tokens[last + 1]
    if tokens[last].low in LABELS and behind.text.isdecimal() and behind.line == tokens[last].line:
        return last, last + 2
    return None


def is_letter(token: Token) -> bool:
    """Say whether the token is one or two capitals, with or without a full stop."""
    letters = token.text.replace(".", "")
    return len(letters) <= LETTERS and letters.isupper() and letters.isalpha()


def is_label_noun(token: Token) -> bool:
    """Say whether the token may stand before the letter of a label."""
    return token.low in LABELS or (token.low in HONORIFICS and token.is_capital)
