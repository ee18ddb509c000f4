"""A record filled with what a text says of itself: each value with its line, and TODO where a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from build_site.article.names import derived_people
from build_site.derive.model import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from build_site.article.model import PersonName
    from build_site.derive.model import Derived, Description
    from build_site.registers.lookup import Lookup
    from build_site.registers.model import Registers

SCHEMA_LINE = "# yaml-language-server: $schema=../schemas/record.schema.json"
"""Tells editors which rules to show and to hold the record to."""
_HEAD = """# Suggested by build-site from the text. "line 4" is the line of the text that speaks for a value.
# Nobody has reviewed this: read each value against the text, settle each TODO, delete what is wrong.
"""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A person whom the text mentions, as the record would name them."""

    person: PersonName
    """Name and, where the register has an entry, its id."""
    lines: tuple[int, ...]
    """Lines that mention the person, 1-based."""


def people_of(found: Description, lookup: Lookup) -> tuple[Suggested, ...]:
    """Return the people who may be listed; nobody who is held back or unlisted. Each stands once."""
    by_name: dict[str, Suggested] = {}
    for item in found.people:
        for person in derived_people([item], lookup).value:
            lines = tuple(sorted({mention.line for mention in item.mentions}))
            before = by_name.get(person.name)
            together = tuple(sorted({*(before.lines if before else ()), *lines}))
            by_name[person.name] = Suggested(person, together)
    return tuple(by_name.values())


def held_back(found: Description) -> tuple[int, ...]:
    """Lines that mention somebody whom only a person may decide to name."""
    names = [item for item in found.people if item.status is Status.HELD_BACK]
    return tuple(sorted({mention.line for item in names for mention in item.mentions}))


def headline(found: Description) -> str:
    """Return the headline where the text has one; a title made of its first sentence is not ours to give."""
    rules = {item.rule for item in found.title.evidence}
    return found.title.value if rules == {"headline"} else ""


def make_record(found: Description, registers: Registers, lookup: Lookup, sha256: str, today: dt.date) -> str:
    """Write the record: valid YAML, fields in the order of the table, nothing worded by the text but its headline."""
    lines = [
        *_title(found),
        *_source(found, registers),
        _todo("url", "https://…", "address of the original; without one delete the line"),
        *_byline(found),
        *_published(found),
        *_language(found),
        *_topics(found, registers),
        *_people(found, lookup),
        _todo("summary", "…", "what the article says, in your own words; never its own"),
        _todo(
            "rights",
            "http://rightsstatements.org/vocab/InC/1.0/",
            "what holds? see rightsstatements.org",
        ),
        "access: summary  # only the record is published",
        "# TODO: `access: full` only where the rights let the whole text be published; else delete this line",
        *([f"text_sha256: {sha256}"] if sha256 else []),
        f"accessioned: {today}",
        _todo("reviewed", f"{{by: …, on: {today}}}", "when you have read the record against the text"),
    ]
    return f"{SCHEMA_LINE}\n{_HEAD}" + "".join(f"{line}\n" for line in lines)


def _todo(field: str, example: str, why: str) -> str:
    return f"# TODO: {field}: {example}  ({why})"


def _title(found: Description) -> list[str]:
    if title := headline(found):
        return [f"title: {written(title)}{_by(found.title)}"]
    return [_todo("title", '"[…]"', "the text shows no headline; one of your own stands in square brackets")]


def _source(found: Description, registers: Registers) -> list[str]:
    if found.source.value:
        return [f"source: {written(registers.sources[found.source.value].name)}{_by(found.source)}"]
    return [_todo("source", "…", "the text does not say which outlet published it")]


def _byline(found: Description) -> list[str]:
    authors = {credit.name: credit.line for credit in found.credits if credit.role == "text"}
    if not authors:
        return []
    return ["byline:", *(f"  - {written(name)}  # {_lines([line])}" for name, line in authors.items())]


def _published(found: Description) -> list[str]:
    if found.published.value:
        return [f"published: {found.published.value}{_by(found.published)}"]
    since = f"not before {found.not_before.value}" if found.not_before.value else "the text does not give it"
    where = f", line {found.not_before.evidence[0].line}" if found.not_before.evidence else ""
    return [_todo("published", "2031-04-02", f"{since}{where}; `null` says that nobody knows")]


def _language(found: Description) -> list[str]:
    return [f"language: {found.language.value}"] if found.language.value else [_todo("language", "en", "not clear")]


def _topics(found: Description, registers: Registers) -> list[str]:
    if not found.topics:
        return [_todo("topics", "[…]", "no topic of seeds/registers/topics.yml is clear from the text")]
    rows = [
        (topic.id, registers.topics[topic.id].label, {item.line for item in topic.evidence}) for topic in found.topics
    ]
    return ["topics:", *(f"  - {key}  # {label}: {_lines(where)}" for key, label, where in rows)]


def _people(found: Description, lookup: Lookup) -> Iterator[str]:
    """List who may be listed. Who is held back is pointed to, never named."""
    people = people_of(found, lookup)
    yield "people:" if people else "people: []"
    for item in people:
        known = "" if item.person.id else "; not in the register"
        yield f"  - {written(item.person.name)}  # {_lines(item.lines)}{known}"
    if lines := held_back(found):
        yield f"# TODO: people: {_lines(lines)} may name more; leave out who is a child, a victim or not to be named"


def _by(found: Derived[str]) -> str:
    lines = {item.line for item in found.evidence}
    return f"  # {_lines(lines)}" if lines else ""


def _lines(numbers: Iterable[int]) -> str:
    shown = sorted(numbers)
    return f"line{'s' if len(shown) > 1 else ''} {', '.join(map(str, shown))}"


def written(text: str) -> str:
    """Write a value so that YAML reads the same characters again."""
    dumped: str = yaml.safe_dump(text, allow_unicode=True, width=10**6)
    return dumped.removesuffix("\n").removesuffix("\n...")
