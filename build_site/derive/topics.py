"""Topics: the subjects of the controlled vocabulary for which the words of a text speak."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from build_site.derive.lines import Line, running_lines
from build_site.derive.model import DerivedTopic, Evidence
from build_site.derive.phrases import Phrase, Vocabulary, matches, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.derive.model import Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

METHOD = "topics/1"
ENOUGH = 7.0
"""Least score of a topic in an article of ordinary length."""
NAMING = 5
"""Weight of a phrase of which one mention is enough, and the score that is enough with one."""
ORDINARY_WORDS = 1000
"""Words up to which an article is of ordinary length; a longer one needs more: more is mentioned in passing."""
WORDS_A_POINT = 400
"""Words beyond that for which one more point is needed."""
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


def derive_topics(text: Text, residue: tuple[Residue, ...], registers: Registers) -> tuple[DerivedTopic, ...]:
    """Return the topics of a text, strongest first, at most `MOST`; none where none fits.

    Weights of matched phrases are added up (a repeated phrase counts for less, the lead double). A passing word names
    no topic: `ENOUGH` is needed, on two lines or in the lead, or a phrase of which one mention is enough.
    """
    lines = running_lines(text, residue)
    scores = _Scores()
    length = _read(lines, vocabulary(tuple(registers.topics.values())), scores)
    longer = max(0, length - ORDINARY_WORDS) / WORDS_A_POINT
    ranked = sorted(scores.topics(), key=lambda topic: (-topic.score, topic.id))
    return tuple(topic for topic in ranked if topic.score >= _needed(topic, longer))[:MOST]


def _needed(topic: DerivedTopic, longer: float) -> float:
    """Return the score that a topic needs."""
    if any(trace.weight >= NAMING and trace.rule == _rule(NAMING) for trace in topic.evidence):
        return NAMING
    return min(MOST_NEEDED, ENOUGH + longer)


def _rule(weight: int) -> str:
    """Name the rule that a phrase of some weight matched."""
    return f"phrase of weight {weight}"


def _read(lines: list[Line], phrases: Vocabulary, scores: _Scores) -> int:
    """Add up what all lines say; returns the number of words."""
    lead = _lead(lines)
    length = 0
    for line in lines:
        found, words = matches(line.content, phrases)
        length += words
        for match in found:
            quote = line.content[match.start : match.end]
            scores.add(match.phrase, line.number, quote, LEAD if line.number in lead else 1.0)
    return length


def _lead(lines: list[Line]) -> set[int]:
    """Return the lines that count double: the first, and the second where the first is a headline."""
    count = 1 if lines and lines[0].is_terminated else 2
    return {line.number for line in lines[:count]}


class _Scores:
    """What the phrases found so far count for."""

    def __init__(self) -> None:
        self._times: dict[Phrase, int] = defaultdict(int)
        self._evidence: dict[str, list[Evidence]] = defaultdict(list)

    def add(self, phrase: Phrase, line: int, quote: str, factor: float) -> None:
        """Count one place where a phrase stands."""
        times = self._times[phrase]
        self._times[phrase] = times + 1
        share = 1.0 if times < FULL else 0.5 if times < FULL + HALF else 0.0
        if share:
            trace = Evidence(line, quote, _rule(phrase.weight), phrase.weight * factor * share)
            self._evidence[phrase.topic].append(trace)

    def topics(self) -> Iterator[DerivedTopic]:
        """Yield every topic that a phrase spoke for."""
        for topic, evidence in self._evidence.items():
            weak = sum(trace.weight for trace in evidence if trace.rule == _rule(1))
            strong = sum(trace.weight for trace in evidence if trace.rule != _rule(1))
            yield DerivedTopic(topic, strong + min(WEAK_MOST, weak), tuple(evidence))
