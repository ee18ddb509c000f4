"""Personal data that has no place in a published text: where it stands and what kind it is.

Sources: HMRC manual NIM39110 (form of a National Insurance number), ISO 13616 (IBAN check), ISO/IEC 7812 (Luhn check of
card numbers), Royal Mail (form of a postcode), ITU-T E.164 (length of a telephone number).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Finding:
    """One place."""

    kind: str
    """One of `fields.table.PERSONAL_DATA`."""
    line: int
    """0-based line of the text."""
    start: int
    """First character in the line, 0-based."""


_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]?\d[A-Z]{2}\b"
_NUMBERED_HOUSE = re.compile(rf"\b\d{{1,4}}[A-Za-z]?\b[^\n]{{3,80}}?\b{_POSTCODE}", re.ASCII)
_HAS_POSTCODE = re.compile(rf"\b{_POSTCODE}", re.ASCII)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b")
# Groups of digits behind a 0, a + or in the American form; never part of a sum, a date or a longer number.
_TELEPHONE = re.compile(
    r"(?<![\w£$€.,/-])(?:\(?(?:\+|00)[1-9]\d{0,2}\)?(?:[ \u00a0.-]?\(?\d{1,5}\)?){2,5}"
    r"|\(?0\d{2,4}\)?(?:[ \u00a0-]?\d{2,8}){1,3}|\(?[2-9]\d{2}\)?[ \u00a0.-]\d{3}[ \u00a0.-]\d{4})(?!\w|[,./]\d)",
    re.ASCII,
)
_TELEPHONE_DIGITS = range(9, 16)
_INSURANCE = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ \u00a0]?\d{2}){3}[ \u00a0]?[A-D]\b", re.ASCII
)
_ACCOUNT = re.compile(r"\b\d{2}[- ]\d{2}[- ]\d{2}\b[^\n\d]{0,40}\b\d{8}\b", re.ASCII)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?\b", re.ASCII)
_CARD = re.compile(r"(?<![\d.,])[2-6](?:[ \u00a0-]?\d){12,18}(?![\d.,]\d)", re.ASCII)


def find(lines: list[str]) -> Iterator[Finding]:
    """Find personal data, in the order of the text."""
    for number, line in enumerate(lines):
        # Most lines hold no number, or a year: fewer digits than most patterns ask for.
        digits = sum(map(line.count, "0123456789"))
        if not digits and "@" not in line:
            continue
        found = [
            (match.start(), kind) for kind, fewest, search in _SEARCHES if digits >= fewest for match in search(line)
        ]
        yield from (Finding(kind, number, start) for start, kind in sorted(found))


def _emails(line: str) -> Iterator[re.Match[str]]:
    return _EMAIL.finditer(line) if "@" in line else iter(())


def _telephones(line: str) -> Iterator[re.Match[str]]:
    for match in _TELEPHONE.finditer(line):
        if sum(char.isdigit() for char in match.group()) in _TELEPHONE_DIGITS:
            yield match


def _addresses(line: str) -> Iterator[re.Match[str]]:
    return _NUMBERED_HOUSE.finditer(line) if _HAS_POSTCODE.search(line) else iter(())


def _ibans(line: str) -> Iterator[re.Match[str]]:
    return (match for match in _IBAN.finditer(line) if _is_iban(re.sub(r"\W", "", match.group())))


def _cards(line: str) -> Iterator[re.Match[str]]:
    return (match for match in _CARD.finditer(line) if _is_card([int(char) for char in match[0] if char.isdigit()]))


def _is_iban(text: str) -> bool:
    """ISO 13616: the first four characters put last, letters as numbers, modulo 97 is 1."""
    return int("".join(str(int(char, 36)) for char in text[4:] + text[:4])) % 97 == 1


def _is_card(digits: list[int]) -> bool:
    """ISO/IEC 7812: the Luhn sum is divisible by 10."""
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


_SEARCHES: tuple[tuple[str, int, Callable[[str], Iterator[re.Match[str]]]], ...] = (
    ("e-mail", 0, _emails),
    ("telephone", _TELEPHONE_DIGITS.start, _telephones),
    ("address", 3, _addresses),
    ("national insurance", 6, _INSURANCE.finditer),
    ("bank", 14, _ACCOUNT.finditer),
    ("bank", 2, _ibans),
    ("bank", 13, _cards),
)
"""Kinds, each with the fewest digits of what is found, and the search."""
