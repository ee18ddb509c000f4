"""Whether a word that may be a name is used as one: `May said`, but not `in May`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import ASIAN_NAMES, ENGLISH, MONTHS, PLACE_PREPOSITIONS, PLACES, REPORTING
from build_site.derive.wordlists import parse, words

if TYPE_CHECKING:
    from build_site.derive.people.view import View

MALE = parse("mr sir lord father fr brother king prince duke baron earl viscount count monsieur herr don")
FEMALE = parse(
    "mrs ms miss dame lady sister queen princess duchess baroness countess viscountess madam madame mme mother"
)
GENDERS = ("", "f", "m")
"""What an honorific or a first name says of a sex; used only to keep two people of one surname apart, never put out."""
MENS_NAMES, WOMENS_NAMES = words("made/mens_first_names"), words("made/womens_first_names")
"""First names that no people of the lists gives to the other sex."""
BEFORE_MONTHS = parse(
    "in by of since until till last next this early late mid from during every between to on before after through"
)
"""Words before a month; a surname stands behind some of them too, and is then not counted."""
BEHIND_SUBJECTS = REPORTING | parse("'s was is has had also who himself herself would did does and ,")
"""What may stand behind a surname that opens a sentence and is also an English word."""
PLACE_USES = PLACE_PREPOSITIONS | parse("from to")


def gender(title: str) -> str:
    """Return `m`, `f` or the empty string for an honorific."""
    return "m" if title in MALE else "f" if title in FEMALE else ""


def gender_of_name(first: str) -> str:
    """Return `m`, `f` or the empty string for a first name; of a name that may be a family name, nothing is said."""
    if first in ASIAN_NAMES:
        return ""
    return "m" if first in MENS_NAMES else "f" if first in WOMENS_NAMES else ""


def is_use(view: View) -> bool:
    """Say whether a single word that equals part of a person's name is used as that name here."""
    if view.candidate.title:
        return True
    word = view.candidate.core[-1]
    if word in MONTHS and (view.previous in BEFORE_MONTHS or view.following.isdecimal() or view.previous.isdecimal()):
        return False
    if word in PLACES and view.previous in PLACE_USES:
        return False
    if word in ENGLISH and (view.name[0].opens or view.candidate.in_headline):
        return view.following in BEHIND_SUBJECTS
    return True
