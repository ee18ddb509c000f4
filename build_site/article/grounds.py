"""Why a value stands there: the traces of a derivation, as an article keeps them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.article.model import Ground, Trace
from build_site.derive.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_site.derive.model import Derived, DerivedPerson, DerivedTopic, Description, Evidence, Value
    from build_site.registers.lookup import Lookup

_SHORTEST = 3


def quotable(found: Description, lookup: Lookup) -> Description:
    """Leave out the words of evidence that hold a part of a name which is held back or unlisted; the lines stay."""
    forms = {form for person in found.people if _is_hidden(person, lookup) for form in _forms(person)}
    hidden = frozenset(word for form in forms for word in form.split() if len(word) >= _SHORTEST)
    if not hidden:
        return found
    return replace(
        found,
        title=_without(found.title, hidden),
        source=_without(found.source, hidden),
        published=_without(found.published, hidden),
        not_before=_without(found.not_before, hidden),
        language=_without(found.language, hidden),
        topics=tuple(replace(topic, evidence=_quotes(topic.evidence, hidden)) for topic in found.topics),
    )


def _is_hidden(person: DerivedPerson, lookup: Lookup) -> bool:
    entries = (lookup.person(form) for form in (person.name, *person.forms))
    return person.status is Status.HELD_BACK or any(entry is not None and entry.unlisted for entry in entries)


def _forms(person: DerivedPerson) -> Iterator[str]:
    yield from (person.name, *person.forms, *(mention.form for mention in person.mentions))


def _without(derived: Derived[Value], hidden: frozenset[str]) -> Derived[Value]:
    return replace(derived, evidence=_quotes(derived.evidence, hidden))


def _quotes(evidence: Iterable[Evidence], hidden: frozenset[str]) -> tuple[Evidence, ...]:
    return tuple(replace(one, quote="") if any(name in one.quote for name in hidden) else one for one in evidence)


def ground(score: float, evidence: Iterable[Evidence], of: str = "") -> Ground:
    """Take over the evidence for one value."""
    return Ground(of, score, tuple(Trace(one.line, one.rule, one.weight, one.quote) for one in evidence))


def topic_grounds(topics: Iterable[DerivedTopic]) -> tuple[Ground, ...]:
    """Take over the evidence of topics, each under its id."""
    return tuple(ground(topic.score, topic.evidence, topic.id) for topic in topics)


def person_ground(name: str, person: DerivedPerson) -> Ground:
    """Take over where a text names a listed person. The features that decided, and their score, stay behind."""
    return Ground(name, 0.0, tuple(Trace(one.line, "named", 0.0, one.form) for one in person.mentions))
