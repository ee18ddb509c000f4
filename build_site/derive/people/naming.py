"""From a linked person to what is reported: name, forms, places, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.model import DerivedPerson, Mention, Status
from build_site.derive.people.features_context import kinship_before
from build_site.derive.people.features_players import known_by_one_name, team_sheet
from build_site.derive.people.holding import FIRST_NAME_ONLY, LABEL, hold_reasons
from build_site.derive.people.labels import label
from build_site.derive.people.vocabulary import FIRST_NAMES, HONORIFICS, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.linking import Bearer
    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

WHOLE = frozenset(one.__name__.replace("_", " ") for one in (team_sheet, known_by_one_name))
"""Features of a word that is all of a name: a surname in a team sheet, a player's one name."""
NO_BRACKETS = str.maketrans("", "", "[]")
"""What an editor's brackets in a name become: `[Ada] Fenwick` is written as Ada Fenwick."""


def describe(bearer: Bearer, tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> DerivedPerson:
    """Return what is reported of one person; `lines` are those of the text, `first_line` the number of the first."""
    speller = Speller(bearer, tokens, lines, first_line)
    mentions = sorted({speller.mention(one) for one in bearer.views}, key=lambda one: (one.line, one.start))
    reason = hold_reason(bearer)
    return DerivedPerson(
        name=speller.name(),
        forms=tuple(sorted({one.form for one in mentions})),
        mentions=tuple(mentions),
        score=bearer.group.score.value,
        features=bearer.group.score.features,
        status=Status.HELD_BACK if reason else Status.LISTED,
        reason=reason,
        ambiguous=tuple(sorted({speller.mention(one).form for one in bearer.ambiguous})),
    )


def hold_reason(bearer: Bearer) -> str:
    """Return why a name is held back, or the empty string."""
    if bearer.group.label:
        return LABEL
    if reason := next(hold_reasons(bearer.views), ""):
        return reason
    return FIRST_NAME_ONLY if is_first_name_only(bearer) else ""


def is_first_name_only(bearer: Bearer) -> bool:
    """Say whether all that the text gives is a first name without a title, and the register does not know it.

    One word behind `his daughter` or the like is a first name; one in a team sheet is a surname.
    """
    group = bearer.group
    if not group.is_single or group.is_known or group.has_title or WHOLE.intersection(group.score.features):
        return False
    return group.key[-1] in FIRST_NAMES or all(map(kinship_before, group.views))


class Speller:
    """Reads the forms of one person off the text."""

    def __init__(self, bearer: Bearer, tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> None:
        self.group = bearer.group
        self.tokens = tokens
        self.lines = lines
        self.first_line = first_line
        self.particles = PARTICLES.intersection(bearer.group.views[0].candidate.words)

    def name(self) -> str:
        """Return the longest form: with its honorific where one word is all, and not in a headline's capitals."""
        if self.group.label:
            return self.group.label
        places = self.group.views
        plain = [one for one in places if not one.candidate.in_headline and not one.name[-1].text.isupper()]
        if self.group.is_single:
            with_title = [one for one in places if one.candidate.has_honorific]
            with_particle = [one for one in plain if len(one.candidate.words) > 1]
            return self.mention((with_particle or with_title or plain or places)[0]).form
        first = (plain or places)[0].name
        return self.words(first[0], first[-1])

    def mention(self, one: View) -> Mention:
        """Return the place of a form with the honorifics and particles that belong to it."""
        span = label(self.tokens, one.candidate) if self.group.label else None
        start, end = span or (self.first_token(one), one.candidate.end)
        first, last = self.tokens[start], self.tokens[end - 1]
        return Mention(first.line + self.first_line, first.start, last.end, self.words(first, last))

    def first_token(self, one: View) -> int:
        """Return the index of a form's first token: honorifics directly before the name, or the name's particles."""
        start = one.candidate.start
        while start > one.candidate.run and self.tokens[start - 1].low in HONORIFICS:
            start -= 1
        while start > 0 and self.tokens[start - 1].low in self.particles:
            start -= 1
        return start

    def words(self, first: Token, last: Token) -> str:
        """Return the words from one token to another as the text has them, single spaces, no brackets."""
        return " ".join(self.lines[first.line][first.start : last.end].translate(NO_BRACKETS).split())
