"""Hold a seed's record against the rules and against the text beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.fields.record import Record, read_record
from build_site.fields.table import FIELDS
from build_site.problem import Gathering, Position, ProblemsError, problem
from build_site.seed.node import Scalar
from build_site.seed.node import Sequence as Sequence_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.registers.lookup import Lookup
    from build_site.seed.model import Seed


def validate(seed: Seed, lookup: Lookup) -> Record:
    """Read the record; a seed without one has an empty record. Raises every problem that the record has."""
    problems = Gathering()
    record = Record()
    with problems.step():
        record = read_record(seed.record) if seed.record else record
    with problems.step():
        _check_text(seed)
    with problems.step():
        _check_title(seed)
    with problems.step():
        _check_topics(seed, lookup)
    problems.stop_if_any()
    return record


def _check_text(seed: Seed) -> None:
    """Refuse a text that is not the one whose SHA-256 the record keeps."""
    recorded = seed.record.entries.get("text_sha256") if seed.record else None
    if not (isinstance(recorded, Scalar) and recorded.value.strip() and seed.sha256):
        return
    if recorded.value.strip().lower() != seed.sha256:
        message = "text_sha256: the text beside the record is not the one that was recorded"
        hint = f"put the text back as received; if the new text is right, write {seed.sha256}"
        raise problem(recorded.position, message, hint)


def _check_title(seed: Seed) -> None:
    if seed.text is None and not (seed.record and "title" in seed.record.entries):
        hint = "add `title:`; a title that you supply yourself stands in [square brackets]"
        raise problem(Position(seed.path), "title: the field is missing, and there is no text to take one from", hint)


def _check_topics(seed: Seed, lookup: Lookup) -> None:
    """Refuse topics that the register does not have, also where another field of the record is wrong."""
    node = seed.record.entries.get("topics") if seed.record else None
    if node is None:
        return
    try:
        names = FIELDS["topics"].parse(node)
    except ProblemsError:
        return  # the field itself is wrong, and has been reported
    problems = Gathering()
    for named in names:
        with problems.step():
            lookup.topic(named)
    problems.stop_if_any()


def check_former_ids(seeds: Sequence[Seed]) -> None:
    """Refuse a former id that is the id of an article, or that two articles claim."""
    owners = {seed.id.lower(): seed.path for seed in seeds}
    problems = Gathering()
    for seed in seeds:
        node = seed.record.entries.get("formerly") if seed.record else None
        items = node.items if isinstance(node, Sequence_) else (node,)
        for item in items:
            if isinstance(item, Scalar) and not item.null:
                with problems.step():
                    other = owners.setdefault(item.value.lower(), seed.path)
                    if other != seed.path or item.value == seed.id:
                        hint = "a former id leads to one article only, and is no article's id"
                        raise problem(item.position, f'formerly: the id "{item.value}" belongs to {other}', hint)
    problems.stop_if_any()
