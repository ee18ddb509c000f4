"""Seed, record, registers and description → article, in the precedence record > register > derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from build_site.article.blocks import make_blocks
from build_site.article.given import given
from build_site.article.grounds import ground, quotable, topic_grounds
from build_site.article.model import Article, Block, Described, Origin, SourceName
from build_site.article.names import derived_people, recorded_people
from build_site.article.names_checked import held_back
from build_site.derive.model import TOPICS_METHOD
from build_site.fields import edtf
from build_site.problem import Gathering

if TYPE_CHECKING:
    from build_site.article.model import PersonName
    from build_site.derive.model import Derived, Description
    from build_site.fields.edtf import Edtf
    from build_site.fields.record import Record
    from build_site.registers.lookup import Lookup
    from build_site.registers.model import Registers, Topic
    from build_site.seed.model import Seed

T = TypeVar("T")


def assemble(seed: Seed, record: Record, registers: Registers, lookup: Lookup, found: Description | None) -> Article:
    """Make the article. `found` is what the text says of itself; None where no text is held.

    Errors: a topic that is not in the register.
    """
    found = quotable(found, lookup) if found else None
    return Article(
        id=seed.id,
        path=seed.path,
        record=record,
        access=record.access,
        title=_title(seed, record, found),
        source=_source(record, registers, lookup, found),
        published=_published(record, found),
        not_before=_not_before(record, found),
        language=_language(record, found),
        topics=_topics(record, registers, lookup, found),
        people=_people(record, lookup, found),
        held=seed.text is not None,
        blocks=_blocks(seed, found),
        held_back=_held_back(record, found),
        marked=seed.markdown,
    )


def supplied_title(article_id: str) -> str:
    """Title of an article whose headline is not known or not shown: in square brackets, as cataloguers write it."""
    return f"[Untitled article {article_id}]"


def _derived(value: T, found: Derived[Any]) -> Described[T]:
    lines = tuple(sorted({item.line for item in found.evidence}))
    return Described(value, Origin.DERIVED, found.method, lines, (ground(found.score, found.evidence),))


def _title(seed: Seed, record: Record, found: Description | None) -> Described[str]:
    if record.title:
        return Described(record.title, Origin.RECORD)
    if found and found.title.value:
        return _derived(found.title.value, found.title)
    return Described(supplied_title(seed.id), Origin.SUPPLIED)


def _source(
    record: Record, registers: Registers, lookup: Lookup, found: Description | None
) -> Described[SourceName | None]:
    if record.source:
        entry = lookup.source(record.source.text)
        name = SourceName(entry.name, entry.id, entry.kind) if entry else SourceName(record.source.text)
        return Described(name, Origin.RECORD)
    if found and found.source.value:
        entry = registers.sources[found.source.value]
        return _derived(SourceName(entry.name, entry.id, entry.kind), found.source)
    return Described(None, Origin.NONE)


def _published(record: Record, found: Description | None) -> Described[Edtf | None]:
    if "published" in record.given:
        return Described(record.published, Origin.RECORD)
    if found and found.published.value:
        return _derived(edtf.parse(found.published.value), found.published)
    return Described(None, Origin.NONE)


def _not_before(record: Record, found: Description | None) -> Described[int]:
    if found and "not_before" not in given(record):
        return _derived(found.not_before.value, found.not_before)
    return Described(0, Origin.NONE)


def _language(record: Record, found: Description | None) -> Described[str]:
    if record.language:
        return Described(record.language, Origin.RECORD)
    if found and found.language.value:
        return _derived(found.language.value, found.language)
    return Described("", Origin.NONE)


def _topics(
    record: Record, registers: Registers, lookup: Lookup, found: Description | None
) -> Described[tuple[Topic, ...]]:
    if "topics" in record.given:
        topics: dict[str, Topic] = {}
        problems = Gathering()
        for named in record.topics:
            with problems.step():
                topic = lookup.topic(named)
                topics[topic.id] = topic
        problems.stop_if_any()
        return Described(tuple(topics.values()), Origin.RECORD)
    if not found:
        return Described((), Origin.NONE)
    lines = tuple(sorted({item.line for topic in found.topics for item in topic.evidence}))
    entries = tuple(registers.topics[topic.id] for topic in found.topics)
    return Described(entries, Origin.DERIVED, TOPICS_METHOD, lines, topic_grounds(found.topics))


def _people(record: Record, lookup: Lookup, found: Description | None) -> Described[tuple[PersonName, ...]]:
    if "people" in record.given:
        return Described(recorded_people(record.people, lookup), Origin.RECORD)
    if not found:
        return Described((), Origin.NONE)
    return derived_people(found.people, lookup)


def _held_back(record: Record, found: Description | None) -> int | None:
    return None if found and "people" in given(record) else held_back(found)


def _blocks(seed: Seed, found: Description | None) -> tuple[Block, ...]:
    if seed.text is None or found is None:
        return ()
    if not seed.markdown:
        return make_blocks(seed.text, found.residue)
    from build_site.article.markdown_body import markdown_blocks  # noqa: PLC0415 - loads a parser that few texts need

    return markdown_blocks(seed.text)
