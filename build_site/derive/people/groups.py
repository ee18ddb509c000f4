"""All places where the same name stands, with the score that they give it together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.people.features_context import OFFICES
from build_site.derive.people.holding import LABEL
from build_site.derive.people.labels import LABELS, label
from build_site.derive.people.scoring import Score, score
from build_site.derive.people.view import View, count, view
from build_site.derive.people.vocabulary import is_everyday
from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from build_site.derive.people.candidates import Candidate
    from build_site.derive.people.known import Known
    from build_site.derive.people.tokens import Token

Key = tuple[str, ...]
"""Folded words of a name without particles: what names are compared by."""


@dataclass(frozen=True, slots=True)
class Group:
    """One name and the places where it stands."""

    key: Key
    """Folded words without particles."""
    views: tuple[View, ...]
    """The places, in the order of the text."""
    score: Score
    """What the places say together."""
    is_known: bool
    """True where the register of people has the name."""
    label: str
    """Text of the anonymised label that this is, or empty."""

    @property
    def is_single(self) -> bool:
        """Say whether the name is one word."""
        return self.views[0].candidate.is_single

    @property
    def is_accepted(self) -> bool:
        """Say whether the name counts as a person's."""
        return self.is_known or bool(self.label) or self.score.passes

    @property
    def has_title(self) -> bool:
        """Say whether an honorific, or an office that goes with surnames, stands before the name somewhere."""
        return any(one.candidate.has_honorific or one.candidate.title in OFFICES for one in self.views)


def make_groups(
    tokens: Sequence[Token], candidates: Sequence[Candidate], name_lines: Collection[int], known: Known
) -> dict[Key, Group]:
    """Group the candidates by name; names that stand only on bare caption lines, or are no person's, are left out."""
    statistics = count(tokens, candidates)
    views: dict[Key, list[View]] = {}
    labels: dict[Key, str] = {}
    parts = {word for one in candidates if not one.is_single for word in one.core}
    for candidate in candidates:
        is_player = candidate.run in statistics.sheets
        if (is_hopeless(candidate, parts) and not is_player) or known.is_not_person(
            candidate.words, fold_span(tokens, candidate)
        ):
            continue
        key = candidate.core
        if span := label(tokens, candidate):
            text = " ".join(token.text for token in tokens[slice(*span)])
            key = (fold(text),)
            labels[key] = text
        views.setdefault(key, []).append(view(tokens, candidate, statistics))
    kept = {key: places for key, places in views.items() if any(line(one) not in name_lines for one in places)}
    return {key: make_group(key, places, labels.get(key, ""), known) for key, places in kept.items()}


def is_hopeless(candidate: Candidate, parts: Collection[str]) -> bool:
    """Say whether a candidate is a lone everyday word, such as the first of a sentence, and part of no longer name."""
    word = candidate.core[-1]
    return (
        candidate.is_single and not candidate.title and is_everyday(word) and word not in parts and word not in LABELS
    )


def make_group(key: Key, places: Sequence[View], text: str, known: Known) -> Group:
    """Score one name."""
    is_known = known.has(key)
    points = Score(0.0, (LABEL,)) if text else score(places, is_needed=is_known)
    return Group(key, tuple(places), points, is_known, text)


def line(one: View) -> int:
    """Return the 0-based line of a place."""
    return one.name[0].line


def fold_span(tokens: Sequence[Token], candidate: Candidate) -> Key:
    """Return the folded words of the whole run, titles included."""
    return tuple(token.low for token in tokens[candidate.run : candidate.run_end] if token.is_word)
