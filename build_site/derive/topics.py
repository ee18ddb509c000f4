"""Topics: the subjects of the controlled vocabulary for which the words of a text speak."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from build_site.derive.lines import Line, running_lines
from build_site.derive.model import DerivedTopic, Evidence
from build_site.derive.phrases import Match, Phrase, Vocabulary, matches, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.derive.model import Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

METHOD = "topics/1"
NAMING = 5
"""Weight of a phrase of which one mention is enough, and the score that is enough with one."""
SHORT, SHORT_ENOUGH = 100, 5.0
"""Words of a short text, and least score of a topic in it."""
ORDINARY, ENOUGH = 700, 7.0
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


def derive_topics(text: Text, residue: tuple[Residue, ...], registers: Registers) -> tuple[DerivedTopic, ...]:
    """Return the topics of a text, strongest first, at most `MOST`; none where none fits.

    Weights of matched phrases are added up (a repeated phrase counts for less, the lead double). A passing word names
    no topic: enough of a sum is needed, from two matches or a strong phrase in the lead; or one phrase of which a
    single mention is enough.
    """
    lines = running_lines(text, residue)
    scores = _Scores()
    length = _read(lines, vocabulary(tuple(registers.topics.values())), scores)
    ranked = sorted(scores.topics(), key=lambda topic: (-topic.score, topic.id))
    return tuple(topic for topic in ranked if _is_enough(topic, needed(length)))[:MOST]


def needed(length: int) -> float:
    """Return the score that a topic needs in a text of some words."""
    longer = max(0, min(length, ORDINARY) - SHORT) / (ORDINARY - SHORT)
    beyond = max(0, length - LONG) / WORDS_A_POINT
    return min(MOST_NEEDED, SHORT_ENOUGH + (ENOUGH - SHORT_ENOUGH) * longer + beyond)


def _is_enough(topic: DerivedTopic, needed: float) -> bool:
    """Whether the text speaks for a topic."""
    if topic.score >= NAMING and any(trace.rule == _rule(NAMING) for trace in topic.evidence):
        return True
    return topic.score >= needed and (len(topic.evidence) > 1 or topic.score >= ENOUGH)


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
            scores.add(match, line.number, quote, LEAD if line.number in lead else 1.0)
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

    def add(self, match: Match, line: int, quote: str, factor: float) -> None:
        """Count one place where a phrase stands."""
        times = self._times[match.phrase]
        self._times[match.phrase] = times + 1
        share = 1.0 if times < FULL else 0.5 if times < FULL + HALF else 0.0
        if share:
            trace = Evidence(line, quote, _rule(match.weight), match.weight * factor * share)
            self._evidence[match.phrase.topic].append(trace)

    def topics(self) -> Iterator[DerivedTopic]:
        """Yield every topic that a phrase spoke for."""
        for topic, evidence in self._evidence.items():
            weak = sum(trace.weight for trace in evidence if trace.rule == _rule(1))
            strong = sum(trace.weight for trace in evidence if trace.rule != _rule(1))
            yield DerivedTopic(topic, strong + min(WEAK_MOST, weak), tuple(evidence))
