"""A text with what was found in it: names, held-back names and evidence set off, residue named in the margin."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from build_site.derive.model import Status
from build_site.machine.console import Mark, Row, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.derive.model import Description, Evidence, Residue
    from build_site.seed.text import Text

_RANK = (Mark.PLAIN, Mark.FAINT, Mark.EVIDENCE, Mark.NAME, Mark.HELD)
"""Where two marks fall on one character, the later one shows."""


class _Stretch(NamedTuple):
    start: int
    end: int
    mark: Mark


def marked(text: Text, found: Description) -> Iterator[Row]:
    """Give every line of the text; its label is its number and, where it is residue, what kind."""
    content = dict(enumerate(text.lines, text.first_line))
    stretches: dict[int, list[_Stretch]] = defaultdict(list)
    for line, stretch in (*_evidence(found, content), *_names(found), *_residue(found)):
        stretches[line].append(stretch)
    kinds = {item.line: _kind(item) for item in found.residue}
    width = len(str(max(content)))
    for number, words in content.items():
        label = f"{number:>{width}} {kinds.get(number, '')}".rstrip()
        yield Row(label, tuple(_spans(words, stretches[number])))


def _kind(item: Residue) -> str:
    return f"repeats {item.repeats}" if item.repeats else item.kind.value


def _names(found: Description) -> Iterator[tuple[int, _Stretch]]:
    for person in found.people:
        mark = Mark.NAME if person.status is Status.LISTED else Mark.HELD
        yield from ((one.line, _Stretch(one.start, one.end, mark)) for one in person.mentions)


def _residue(found: Description) -> Iterator[tuple[int, _Stretch]]:
    return ((item.line, _Stretch(item.start, item.end, Mark.FAINT)) for item in found.residue)


def _evidence(found: Description, content: dict[int, str]) -> Iterator[tuple[int, _Stretch]]:
    """Find the words of topics and source where they stand; the title's are a whole line, and not set off."""
    traces = [*found.source.evidence, *found.published.evidence]
    traces += [trace for topic in found.topics for trace in topic.evidence]
    seen: dict[tuple[int, str], int] = {}
    for trace in traces:
        start = _place(trace, content, seen)
        if start >= 0:
            yield trace.line, _Stretch(start, start + len(trace.quote), Mark.EVIDENCE)


def _place(trace: Evidence, content: dict[int, str], seen: dict[tuple[int, str], int]) -> int:
    """Find the next place of the words that an earlier trace has not taken; −1 where they do not stand so."""
    key = (trace.line, trace.quote)
    start = content.get(trace.line, "").find(trace.quote, seen.get(key, 0)) if trace.quote else -1
    seen[key] = start + 1 if start >= 0 else seen.get(key, 0)
    return start


def _spans(line: str, stretches: list[_Stretch]) -> Iterator[Span]:
    marks = [Mark.PLAIN] * len(line)
    for start, end, mark in sorted(stretches, key=lambda stretch: _RANK.index(stretch.mark)):
        marks[start:end] = [mark] * (min(end, len(line)) - start)
    for mark, run in groupby(range(len(line)), key=marks.__getitem__):
        places = list(run)
        yield Span(line[places[0] : places[-1] + 1], mark)
