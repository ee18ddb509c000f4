"""May this be published? Rights, withdrawal, redactions, unlisted people and personal data, held against the record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.article.unlisted import names_in
from build_site.fields.parts import Access
from build_site.fields.record import field_position
from build_site.lint.personal_data import find
from build_site.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.fields.record import Record
    from build_site.registers.model import Registers
    from build_site.seed.model import Seed
    from build_site.seed.text import Text

_NOUNS = {
    "e-mail": "an e-mail address",
    "telephone": "a telephone number",
    "address": "a house number with a postcode",
    "national insurance": "a National Insurance number",
    "bank": "a bank account or card number",
}
_WRITTEN_HERE = ("title", "subtitle", "summary", "notes", "editors_note", "outcome")


def publishing_problems(seed: Seed, record: Record, registers: Registers, *, leave: bool) -> Iterator[Problem]:
    """Find what must not be published as it stands. `seed` is redacted already.

    `leave` is what `mkdocs.yml` says under `extra.publish_in_copyright`: the owner has the right to publish texts
    whose rights statement does not give it.
    """
    yield from _rights(seed, record, leave=leave)
    yield from _withdrawal(seed, record)
    yield from _redactions(seed, record)
    yield from _unlisted_ids(seed, record, registers)
    if record.access is not Access.WITHDRAWN:
        yield from _unlisted(seed, record, registers)
        yield from _personal_data(seed, record)


def _rights(seed: Seed, record: Record, *, leave: bool) -> Iterator[Problem]:
    if record.access is not Access.FULL or seed.text is None or leave or not record.rights.forbids_publication:
        return
    if "rights" not in record.given:
        message = "rights: the field is missing; the page says that copyright was not evaluated"
        hint = "add `rights: http://rightsstatements.org/vocab/InC/1.0/`, or what else holds (rightsstatements.org)"
        yield Problem(Position(seed.path), message, hint)
        return
    at = field_position(seed.record, "rights", seed.path)
    message = f'rights: "{record.rights.label}" does not let the text be published in full'
    hint = "write `access: summary`; an owner who has leave sets `extra: {publish_in_copyright: true}` in mkdocs.yml"
    yield Problem(at, message, hint)


def _withdrawal(seed: Seed, record: Record) -> Iterator[Problem]:
    is_withdrawn = record.access is Access.WITHDRAWN
    if is_withdrawn and record.withdrawn is None:
        at = field_position(seed.record, "access", seed.path)
        hint = "add `withdrawn: {on: 2031-05-02, reason: privacy}` with the day and the reason"
        yield Problem(at, "withdrawn: the field is missing", hint)
    if record.withdrawn and not is_withdrawn:
        at = field_position(seed.record, "withdrawn", seed.path)
        yield Problem(at, "withdrawn: the article is not withdrawn", "write `access: withdrawn`, or leave this out")
    if is_withdrawn and seed.text:
        hint = "remove the file; who can read the repository can read it, also in its history (docs/withdrawing.md)"
        message = "the article is withdrawn, and its text is still here"
        yield Problem(Position(seed.text.path), message, hint, severity=Severity.NOTICE)


def _redactions(seed: Seed, record: Record) -> Iterator[Problem]:
    if not record.redactions:
        return
    at = field_position(seed.record, "redactions", seed.path)
    hint = "in a public repository, put ▮▮▮ into the text itself and remove the field; keep the original elsewhere"
    message = "redactions: text and record hold the passage, so whoever can read them can read it"
    yield Problem(at, message, hint, severity=Severity.NOTICE)
    for name, value in _written_here(record):
        folded = " ".join(value.split()).casefold()
        if any(" ".join(item.passage.split()).casefold() in folded for item in record.redactions):
            where = field_position(seed.record, name, seed.path)
            yield Problem(where, f"{name}: it holds a passage that `redactions` takes out", "write it in other words")


def _written_here(record: Record) -> Iterator[tuple[str, str]]:
    yield from ((name, getattr(record, name)) for name in _WRITTEN_HERE)
    yield from (("corrections", item.note) for item in record.corrections)
    yield "rights", f"{record.rights.holder} / {record.rights.note}"


def _unlisted(seed: Seed, record: Record, registers: Registers) -> Iterator[Problem]:
    for name, value in _written_here(record):
        if names_in(value, registers):
            at = field_position(seed.record, name, seed.path)
            hint = "write it without the name; a headline in other words stands in [square brackets]"
            yield Problem(at, f"{name}: it names a person whom the register of people calls unlisted", hint)


def _unlisted_ids(seed: Seed, record: Record, registers: Registers) -> Iterator[Problem]:
    """Look at the ids too: they are addresses, which feeds, data and references name, of a withdrawn article too."""
    if names_in(_spelt_out(seed.id), registers):
        message = "the id names a person whom the register of people calls unlisted"
        hint = "rename the files without the name; docs/withdrawing.md says what becomes of the old address"
        yield Problem(Position(seed.path), message, hint)
    if any(names_in(_spelt_out(old), registers) for old in record.formerly):
        at = field_position(seed.record, "formerly", seed.path)
        message = "formerly: it names a person whom the register of people calls unlisted"
        yield Problem(at, message, "take the id out: its address then ends")


def _spelt_out(name: str) -> str:
    return re.sub("[-_]+", " ", name)


def _personal_data(seed: Seed, record: Record) -> Iterator[Problem]:
    if record.access is Access.FULL and seed.text:
        yield from _in_text(seed.text, record)
    for name, value in _written_here(record):
        for finding in find([value]):
            if finding.kind not in record.personal_data:
                at = field_position(seed.record, name, seed.path)
                yield Problem(at, f"{name}: {_NOUNS[finding.kind]} would be published", _hint(finding.kind))


def _in_text(text: Text, record: Record) -> Iterator[Problem]:
    for finding in find(text.lines):
        if finding.kind not in record.personal_data:
            at = Position(text.path, finding.line + text.first_line, finding.start + 1)
            yield Problem(at, f"{_NOUNS[finding.kind]} would be published", _hint(finding.kind))


def _hint(kind: str) -> str:
    return f"take it out with `redactions`; if it may be published, write `personal_data: [{kind}]` in the record"
