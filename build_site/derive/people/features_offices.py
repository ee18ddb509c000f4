"""Features that look at offices before a name: `head of security Ada Fenwick`, `President Fenwick`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.features_context import OFFICES
from build_site.derive.people.vocabulary import ENGLISH, FIRST_NAMES, SURNAMES, is_everyday, is_role

if TYPE_CHECKING:
    from build_site.derive.people.view import View


def office_before(view: View) -> float:
    """Say whether an office stands before the name that was taken off it: `Director of Training | Ada Fenwick`.

    Its body may have an article: `the head of the HBL Ada Fenwick`.
    """
    article = view.previous == "the" and view.candidate.core[0] in FIRST_NAMES
    link, role = view.before_low(article), view.before_low(1 + article)
    return link in {"of", "for"} and view.candidate.is_peeled and is_role(role)


def office_in_lower_case(view: View) -> float:
    """Say whether an office stands before the name: `head of security Ada Fenwick`, `minister for public works Bo`."""
    words = [token for token in view.before[:4] if token.is_word]
    link = next((index for index, token in enumerate(words) if token.low in {"of", "for"}), 0)
    field = words[:link]
    is_plain = not any(token.is_capital or token.low in {"the", "a", "his", "her", "its"} for token in field)
    is_field = 1 <= len(field) <= 2 and is_plain  # noqa: PLR2004 - public works
    return view.is_bare and is_field and len(words) > link + 1 and is_role(words[link + 1].low)


def office_and_surname(view: View) -> float:
    """Say whether an office that goes with surnames stands before one word: `President Fenwick`."""
    candidate = view.candidate
    return candidate.is_single and candidate.title in OFFICES and not is_everyday(candidate.core[0])


def office_and_surname_word(view: View) -> float:
    """Say whether such an office stands before an English word that is a surname: `President Fudge`."""
    word = view.candidate.core[0]
    is_surname = word in ENGLISH and word in SURNAMES and not view.candidate.in_headline
    return office_and_surname(view) and is_surname
