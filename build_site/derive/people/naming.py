"""From a linked person to what is reported: name, forms, places, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.model import DerivedPerson, Mention, Status
from build_site.derive.people.holding import FIRST_NAME_ONLY, LABEL, hold_reasons
from build_site.derive.people.vocabulary import FIRST_NAMES, HONORIFICS, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.linking import Bearer
    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View
    from build_site.seed.text import Text


def describe(bearer: Bearer, tokens: Sequence[Token], text: Text) -> DerivedPerson:
    """Return what is reported of one person."""
    mentions = sorted(
        {mention(one, bearer, tokens, text) for one in bearer.views}, key=lambda one: (one.line, one.start)
    )
    reason = hold_reason(bearer)
    return DerivedPerson(
        name=name(bearer, tokens, text),
        forms=tuple(sorted({one.form for one in mentions})),
        mentions=tuple(mentions),
        score=bearer.group.score.value,
        features=bearer.group.score.features,
        status=Status.HELD_BACK if reason else Status.LISTED,
        reason=reason,
        ambiguous=tuple(sorted({mention(one, bearer, tokens, text).form for one in bearer.ambiguous})),
    )


def hold_reason(bearer: Bearer) -> str:
    """Return why a name is held back, or the empty string."""
    if bearer.group.label:
        return LABEL
    if reason := next(hold_reasons(bearer.views), ""):
        return reason
    return FIRST_NAME_ONLY if is_first_name_only(bearer) else ""


def is_first_name_only(bearer: Bearer) -> bool:
    """Say whether all that the text gives is a first name without a title, and the register does not know it."""
    group = bearer.group
    return group.is_single and not group.is_known and not group.has_title and group.key[-1] in FIRST_NAMES


def name(bearer: Bearer, tokens: Sequence[Token], text: Text) -> str:
    """Return the longest form: with its honorific where one word is all, and not in a headline's capitals."""
    if bearer.group.label:
        return bearer.group.label
    places = bearer.group.views
    plain = [one for one in places if not one.candidate.in_headline and not one.name[-1].text.isupper()]
    if bearer.group.is_single:
        with_title = [one for one in places if one.candidate.has_honorific]
        return mention((with_title or plain or places)[0], bearer, tokens, text).form
    first = (plain or places)[0].name
    return slice_of(text, first[0], first[-1])


def mention(one: View, bearer: Bearer, tokens: Sequence[Token], text: Text) -> Mention:
    """Return the place of a form with the honorifics and particles that belong to it."""
    if bearer.group.label:
        end = tokens[one.candidate.run_end - 1]
        behind = tokens[one.candidate.run_end]
        is_numbered = behind.text.isdecimal() and len(end.text) > 2  # noqa: PLR2004 - `Victim 1`, but not `Girl A 1`
        last = behind if is_numbered else end
        start = tokens[one.candidate.run_end - (1 if is_numbered else 2)]
    else:
        start, last = tokens[first_token(one, bearer, tokens)], one.name[-1]
    form = slice_of(text, start, last)
    return Mention(start.line + text.first_line, start.start, last.end, form)


def first_token(one: View, bearer: Bearer, tokens: Sequence[Token]) -> int:
    """Return the index of a form's first token: honorifics directly before the name, or the name's own particles."""
    start = one.candidate.start
    while start > one.candidate.run and tokens[start - 1].low in HONORIFICS:
        start -= 1
    own = {word for view in bearer.group.views for word in view.candidate.words} & PARTICLES
    while start == one.candidate.run and start > 0 and tokens[start - 1].low in own:
        return start - 1 - sum(1 for _ in preceding(tokens, start - 1, own))
    return start


def preceding(tokens: Sequence[Token], index: int, own: set[str]) -> Sequence[str]:
    """Return the name's own particles that stand before an index without a gap."""
    found: list[str] = []
    while index > 0 and tokens[index - 1].low in own:
        index -= 1
        found.append(tokens[index].low)
    return found


def slice_of(text: Text, first: Token, last: Token) -> str:
    """Return the words from one token to another as they stand in the text, with single spaces."""
    return " ".join(text.lines[first.line][first.start : last.end].split())
