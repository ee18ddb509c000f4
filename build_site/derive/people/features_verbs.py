"""Features that speak for a person because of what the name does: `Ada Fenwick joined`, `Ada Fenwick from Lundia`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.features_behind import thing_behind
from build_site.derive.people.vocabulary import ENGLISH, LISTED_FIRST_NAMES, PLACES, REPORTING
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

VERBS = parse(
    """went won lost took gave came ran made left saw says wrote sent spent
    sat stood spoke sang drove rose fell hit put knew thought felt led met held kept bought brought caught built began
    became broke chose drew ate flew grew hid rode shot slept stole swam taught threw woke wore"""
)
"""Verbs behind the subject of a sentence that do not end with `-ed`."""
AUXILIARIES = parse("was is has had will would could does did")
"""Verbs that things have for a subject as often."""
SHORTEST = 5
"""Letters from which a word with `-ed` is taken for a verb."""
BROADCASTERS = parse("bbc itv itn nbc cnn abc cbs reuters")
OF_A_BODY = parse("the and & of 's")
"""Words inside the name of a body behind `of`: `of the Lundia and Saltby Trust`."""


def verb_behind(view: View) -> float:
    """Return how strongly a verb follows a name of several words: `Ada Fenwick joined`, half where it is `was`.

    `Was` behind an English word says nothing: `Pine Barrow was`.
    """
    if view.candidate.is_single or not view.after or view.after[0].is_capital:
        return False
    word = view.following
    if word in AUXILIARIES:
        first = view.candidate.core[0]
        return 0.5 * (first not in ENGLISH or first in LISTED_FIRST_NAMES)
    return word in VERBS or (word.endswith("ed") and word.isalpha() and len(word) >= SHORTEST)


def reporting_behind_commas(view: View) -> float:
    """Say whether the name stands between commas and a verb of saying follows: `the captain, Ada Fenwick, wrote`."""
    return view.previous == "," and view.following == "," and view.after_low(1) in REPORTING


def from_behind(view: View) -> float:
    """Say whether `from` and a capital or `the` follow: `Ada Fenwick from the Harbour Trust`."""
    return view.following == "from" and len(view.after) > 1 and is_of_a_body(view.after[1])


def of_and_reporting_behind(view: View) -> float:
    """Say whether a body behind `of` and then a verb of saying follow: `Ada Fenwick of Lundia Capital told`."""
    if view.following != "of":
        return False
    body = sum(1 for _ in takewhile(is_of_a_body, view.after[1:]))
    comma = view.after_low(1 + body) == ","
    return body > 0 and view.after_low(1 + body + comma) in REPORTING


def is_of_a_body(token: Token) -> bool:
    """Say whether a token may stand in the name of a body."""
    return token.is_capital or token.low in OF_A_BODY


def possessive_behind(view: View) -> float:
    """Say whether something belongs to the name, and nothing that makes a thing of it: `Ada Fenwick's boat`."""
    return view.following == "'s" and not thing_behind(view)


def bracket_behind(view: View) -> float:
    """Say whether a bracket with a place stands behind, or ends the line that the name begins: `Ada Fenwick (free)`."""
    if view.following != "(":
        return False
    is_item = not view.before and not view.candidate.front and view.after[-1].text == ")"
    return is_item or (view.after_low(1) in PLACES and view.after_low(2) == ")")


def of_a_broadcaster(view: View) -> float:
    """Say whether the name is whom a broadcaster or agency has: `the BBC's Ada Fenwick`."""
    return view.previous == "'s" and view.before_low(1) in BROADCASTERS


def peer(view: View) -> float:
    """Say whether one word has a title of the peerage: `Baroness Fenwick`; `Mr Fenwick` may be a brand."""
    return view.candidate.is_single and view.candidate.title in {"lord", "baroness"}
