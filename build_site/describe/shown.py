"""A description as a person reads it on a terminal: the values with their evidence, then the text with marks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from build_site.derive.model import Status
from build_site.describe.marked import marked
from build_site.machine.console import Mark, Row, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_site.derive.model import Derived, DerivedPerson, Description, Evidence
    from build_site.describe.given import Given
    from build_site.registers.model import Registers

_LEGEND = (
    Span("in the text below: "),
    *(Span("a name", Mark.NAME), Span(", ")),
    *(Span("a name held back", Mark.HELD), Span(", ")),
    *(Span("evidence", Mark.EVIDENCE), Span("; residue is named in the margin")),
)
_MOST_QUOTES = 6
_LONG = 60


def shown(given: Given, found: Description, registers: Registers) -> Iterator[Row]:
    """Give the lines for one text. Held-back names and features are among them: for the person who asked, only."""
    yield Row("", (Span(given.text.path, Mark.HEADING),))
    yield from _fields(found, registers)
    yield from _topics(found, registers)
    yield from _people(found, Status.LISTED, "People")
    yield from _people(found, Status.HELD_BACK, "Held back")
    yield from _list("Unclear", [(form, "fits more than one person: joined to none", ()) for form in _ambiguous(found)])
    yield from _list("Credits", [(one.name, f"{one.role}, line {one.line}", ()) for one in found.credits])
    yield Row("", ())
    yield Row("", _LEGEND)
    yield Row("", ())
    yield from marked(given.text, found)


def _fields(found: Description, registers: Registers) -> Iterator[Row]:
    source = registers.sources[found.source.value].name if found.source.value else ""
    yield _field("Title", found.title.value, found.title, quoted=False)
    yield _field("Source", source, found.source)
    yield _field("Published", found.published.value, found.published)
    yield _field("Not before", str(found.not_before.value or ""), found.not_before)
    yield _field("Language", found.language.value, found.language, quoted=False)


def _field(label: str, value: str, derived: Derived[Any], *, quoted: bool = True) -> Row:
    if not value:
        return Row(label, (Span("the text does not say", Mark.FAINT),))
    why = "; ".join(dict.fromkeys(_trace(trace, quoted=quoted) for trace in derived.evidence))
    return Row(label, (Span(value, Mark.HEADING), *_because(why)))


def _trace(trace: Evidence, *, quoted: bool) -> str:
    words = f" “{_short(trace.quote)}”" if quoted and trace.quote else ""
    return f"line {trace.line}: {trace.rule}{words}"


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"


def _because(why: str) -> tuple[Span, ...]:
    return (Span(f"   {why}", Mark.FAINT),) if why else ()


def _topics(found: Description, registers: Registers) -> Iterator[Row]:
    """Give the topics with the words that spoke for them, most often matched first."""
    rows = []
    for topic in found.topics:
        lines: dict[str, list[int]] = defaultdict(list)
        for trace in topic.evidence:
            lines[trace.quote].append(trace.line)
        often = sorted(lines, key=lambda quote: (-len(lines[quote]), lines[quote], quote))
        quotes = [f"“{quote}” {_at(lines[quote])}" for quote in often[:_MOST_QUOTES]]
        more = f", and {len(often) - _MOST_QUOTES} more" if len(often) > _MOST_QUOTES else ""
        why = f"score {topic.score:g}: {', '.join(quotes)}{more}"
        rows.append((registers.topics[topic.id].label, why, ()))
    yield from _list("Topics", rows)


def _people(found: Description, status: Status, label: str) -> Iterator[Row]:
    yield from _list(label, [_person(one) for one in found.people if one.status is status])


def _person(one: DerivedPerson) -> tuple[str, str, tuple[Span, ...]]:
    others = [form for form in one.forms if form != one.name]
    also = f"also {', '.join(f'“{form}”' for form in others)}; " if others else ""
    why = f"{also}{_at([mention.line for mention in one.mentions])}; score {one.score:g}: {', '.join(one.features)}"
    return one.name, why, (Span("   "), Span(one.reason, Mark.HELD)) if one.reason else ()


def _at(lines: Iterable[int]) -> str:
    numbers = sorted(set(lines))
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _ambiguous(found: Description) -> list[str]:
    return sorted({form for person in found.people for form in person.ambiguous})


def _list(label: str, items: Sequence[tuple[str, str, tuple[Span, ...]]]) -> Iterator[Row]:
    """Give a row an item, the label on the first; where there is no item, say so for what always has a row."""
    if not items and label in ("Topics", "People"):
        yield Row(label, (Span("none found", Mark.FAINT),))
    for number, (name, why, more) in enumerate(items):
        yield Row("" if number else label, (Span(name, Mark.HEADING), *more, *_because(why)))
