"""Features that tell who wrote a text from whom it mentions: `Follow Ada Fenwick on`, `Ada gives her verdict`."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.features_phrase import is_in_list

if TYPE_CHECKING:
    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

PAIR = 5
"""Tokens behind the first of two names that close a line, at most."""
WRAPPED = 150
"""Characters that a line of a text with lines of equal length hardly has; a sentence may go on behind those."""
AUTHORED = re.compile(r"gives (?:his|her|their) verdict|runs the rule over|was (?:a|the) guest of")
"""What authors do in teasers and notes below a text."""


def followed(view: View) -> float:
    """Say whether the bearer wrote, and says so: `Follow Ada Fenwick on Twitter`, `I'm Ada Fenwick with`."""
    before = view.candidate.front[-1] if view.candidate.front else view.previous
    if before == "i'm" and view.following == "with":
        return True
    return before == "follow" and view.following == "on" and bool(view.after[1:2]) and view.after[1].is_capital


def who_wrote(view: View) -> float:
    """Say whether a bullet opens the line and the names in it are what somebody is: `• Ada Fenwick is a historian`.

    Or a teaser or note says what its author does: `Ada Fenwick gives her verdict`, `Ada Fenwick was a guest of`.
    """
    if view.following in {"gives", "runs", "was"} and AUTHORED.match(" ".join(token.low for token in view.after[:4])):
        return True
    if not view.before or view.before[-1].text != "•":
        return False
    names = list(takewhile(is_in_list, view.before))
    verb = next((token.low for token in view.after if not is_in_list(token)), "")
    return verb in {"is", "are"} and len(names) == len(view.before) - 1


def closing_names(view: View) -> float:
    """Say whether one name or two, and nothing else, stand behind the last sentence: `… fell. Ada Lund and Bo Lund`."""
    if view.candidate.is_single or view.candidate.front or len(view.after) > PAIR or view.name[0].start < WRAPPED:
        return False
    names = list(takewhile(is_joined, view.before))
    behind = view.before[len(names) : len(names) + 2]
    is_end = len(behind) > 1 and behind[0].text == "." and behind[1].is_word and not behind[1].is_capital
    return is_end and all(map(is_joined, view.after))


def is_joined(token: Token) -> bool:
    """Say whether a token may stand in a pair of names: a capital, `and`."""
    return token.is_capital or token.low == "and"
