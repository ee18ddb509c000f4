"""Topics: the subjects of the controlled vocabulary for which the words of a text speak."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_site.derive.lines import Line, running_lines
from build_site.derive.model import DerivedTopic, Evidence
from build_site.derive.phrases import Match, Phrase, Vocabulary, matches, vocabulary

if TYPE_CHECKING:
    from build_site.derive.model import Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

NAMING = 5
"""Weight of a phrase of which one mention is enough, and the score that is enough with one."""
SHORT, SHORT_ENOUGH = 100, 5.0
"""Words of a short text, and least score of a topic in it."""
ORDINARY, ENOUGH = 700, 8.0
"""Words of an ordinary article, and least score of a topic in it; between the two the score rises evenly."""
LONG, WORDS_A_POINT = 1000, 400
"""Words from which more is needed, because more is mentioned in passing, and words for which it is one point."""
MOST_NEEDED = 14.0
"""Score that is enough in a text of any length."""
WEAK_MOST = 3.0
"""Most that phrases of weight 1 add up to: they go along with a subject and never name it."""
MOST = 8
"""Most topics of one text."""
FULL, HALF = 3, 4
"""How often a phrase counts in full, and how often by half after that; more add nothing."""
LEAD = 2.0
"""How many times a phrase counts in the headline and the first paragraph."""
OPENING, OPENING_SAYS = 100, 5.0
"""Words of the opening of a text, which says what the text is about, and how much of a topic it says at least."""
UNOPENED = 3.0
"""How many times the needed score a topic needs of which the opening says less: it may fill one passage only."""
SHARE = 0.33
"""Least share of the strongest topic's score: what is spoken of so much less is a side of the subject."""


def derive_topics(text: Text, residue: tuple[Residue, ...], registers: Registers) -> tuple[DerivedTopic, ...]:
    """Return the topics of a text, strongest first, at most `MOST`; none where none fits.

    Weights of matched phrases are added up (a repeated phrase counts for less, the lead double). A passing word names
    no topic, nor does a passage about something else: enough of a sum is needed, from two matches or a strong phrase
    in the lead, much more where the opening does not speak of the topic, and a good share of what the strongest topic
    has; or one phrase of which a single mention is enough.
    """
    scores = _Scores()
    length = _read(running_lines(text, residue), vocabulary(tuple(registers.topics.values())), scores)
    ranked = sorted(scores.of.items(), key=lambda item: (-item[1].score, item[0]))
    given = [(topic, score) for topic, score in ranked if _is_enough(score, ranked[0][1].score, length)]
    return tuple(DerivedTopic(topic, score.score, score.evidence()) for topic, score in given[:MOST])


def needed(length: int) -> float:
    """Return the score that a topic needs in a text of some words."""
    longer = max(0, min(length, ORDINARY) - SHORT) / (ORDINARY - SHORT)
    beyond = max(0, length - LONG) / WORDS_A_POINT
    return min(MOST_NEEDED, SHORT_ENOUGH + (ENOUGH - SHORT_ENOUGH) * longer + beyond)


def _is_enough(topic: _Score, strongest: float, length: int) -> bool:
    """Whether a text of some words, in which a topic has the strongest score, speaks for this one."""
    if topic.is_named and topic.score >= NAMING:
        return True
    least = needed(length) * (1.0 if topic.opening >= OPENING_SAYS or length <= SHORT else UNOPENED)
    return topic.score >= max(least, SHARE * strongest) and (len(topic.traces) > 1 or topic.score >= ENOUGH)


def _read(lines: list[Line], phrases: Vocabulary, scores: _Scores) -> int:
    """Add up what all lines say; returns the number of words."""
    lead = _lead(lines)
    length = 0
    for line in lines:
        found, words = matches(line.content, phrases)
        factor = LEAD if line.number in lead else 1.0
        for match in found:
            scores.add(match, line, factor, is_opening=length < OPENING)
        length += words
    return length


def _lead(lines: list[Line]) -> set[int]:
    """Return the lines that count double: the first, and the second where the first is a headline."""
    count = 1 if lines and lines[0].is_terminated else 2
    return {line.number for line in lines[:count]}


@dataclass(slots=True)
class _Score:
    """What the phrases of one topic count for."""

    strong: float = 0.0
    """Sum of those that may name the topic."""
    weak: float = 0.0
    """Sum of those that go along with it."""
    opening: float = 0.0
    """Part of `strong` that stands in the opening."""
    is_named: bool = False
    """Whether a phrase stands there of which one mention is enough."""
    traces: list[tuple[Match, Line, float]] = field(default_factory=list)
    """The places, the line of each, and what it counts for."""

    @property
    def score(self) -> float:
        """All that speaks for the topic."""
        return self.strong + min(WEAK_MOST, self.weak)

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the places as evidence."""
        return tuple(
            Evidence(line.number, line.content[match.start : match.end], f"phrase of weight {match.weight}", weight)
            for match, line, weight in self.traces
        )


class _Scores:
    """What the phrases found so far count for."""

    def __init__(self) -> None:
        self._times: dict[Phrase, int] = defaultdict(int)
        self.of: dict[str, _Score] = defaultdict(_Score)

    def add(self, match: Match, line: Line, factor: float, *, is_opening: bool) -> None:
        """Count one place where a phrase stands."""
        times = self._times[match.phrase]
        self._times[match.phrase] = times + 1
        if times >= FULL + HALF:
            return
        weight = match.weight * factor * (1.0 if times < FULL else 0.5)
        score = self.of[match.phrase.topic]
        score.traces.append((match, line, weight))
        if match.weight == 1:
            score.weak += weight
            return
        score.strong += weight
        score.opening += weight if is_opening else 0.0
        score.is_named = score.is_named or match.weight == NAMING
