"""Features that look at how a name is written: initials, words in capitals, capitals inside a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.people.features_name import SHORT_WORD, is_unknown
from build_site.derive.people.vocabulary import (
    ACRONYMS,
    ENGLISH,
    LISTED_FIRST_NAMES,
    PARTICLES,
    SURNAMES,
    is_everyday,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

INNER_CAPITAL = re.compile(
    r"(?<![^\W_])(?!(?:Mac|Mc|Fitz|De|Del|Della|Da|Di|Du|La|Le|Lo|Van|Von|Vander|St)[A-Z])[A-Z][a-z]+[A-Z]"
)
"""Two capitals in a word without hyphen or apostrophe between them."""
INITIALS = 3
"""Letters that the initials before a particle have at most."""
PAIR = 2
"""Letters of two initials without full stops."""
ACRONYM = 4
"""Letters that an acronym has at most."""
ROMAN = re.compile("[IVX]+")


def initial(view: View) -> float:
    """Say whether there is an initial beside at least one whole word.

    `A` is none before an everyday word, an article there, nor behind a word that is no first name: `Serie A`. `Q.` and
    `A.` are none where a line opens with them and an English word, a question or answer.
    """
    core = [token for token in view.name if token.is_word]
    if len(core) < 2 or core[-1].is_initial or (core[0].text == "A" and is_article(core[1:])):  # noqa: PLR2004 - an initial and a word
        return False
    if not view.before and core[0].text in {"Q.", "A."} and core[1].low in ENGLISH:
        return False
    is_named = core[0].is_initial or core[0].low in LISTED_FIRST_NAMES
    return any(token.is_initial and (is_named or token.text != "A") for token in core)


def is_article(rest: Sequence[Token]) -> bool:
    """Say whether `A` is an article before these words: an everyday one, or several that are English."""
    return is_everyday(rest[0].low) or (len(rest) > 1 and all(token.low in ENGLISH for token in rest))


def capitals(view: View) -> float:
    """Say whether a word of three letters or more is written in capitals; initials and kings' numbers are none."""
    name = view.name[1:] if has_initials_and_particle(view) else view.name
    words = (
        token.text for token in name if token.text.isupper() and not token.is_initial and len(token.text) > SHORT_WORD
    )
    return any(not ROMAN.fullmatch(word) for word in words)


def has_initials_and_particle(view: View) -> bool:
    """Say whether up to three capitals stand before a particle: `DTH van der Mere`."""
    first, *others = view.name
    is_short = first.text.isupper() and len(first.low) <= INITIALS
    return is_short and len(others) > 1 and others[0].low in PARTICLES and not others[0].is_capital


def two_initials(view: View) -> float:
    """Return how strongly two capitals, no known acronym, before a surname speak: `AB Fenwick`; unknown ones less."""
    first, *others = view.name
    if has_initials_and_particle(view):
        return True
    is_pair = (
        len(first.text) == PAIR and first.text.isupper() and first.low not in ACRONYMS and first.low not in ENGLISH
    )
    if not is_pair or len(others) != 1 or others[0].text.isupper():
        return False
    return 1.0 if others[0].low in SURNAMES else 0.8 * is_unknown(others[0].low)


def acronym_last(view: View) -> float:
    """Say whether the last word alone is written in capitals and is neither a number nor a surname: `Northport DC`."""
    *others, last = (token for token in view.name if token.is_word)
    if (
        not others
        or last.is_initial
        or not last.text.isupper()
        or len(last.text) > ACRONYM
        or ROMAN.fullmatch(last.text)
    ):
        return False
    return last.low not in SURNAMES and not any(token.text.isupper() for token in others)


def inner_capital(view: View) -> float:
    """Say whether a capital stands inside a word as in names of firms, `BoLund`, and not behind `Mc`, `De`, `O'`."""
    return any(INNER_CAPITAL.search(token.text) for token in view.name)
