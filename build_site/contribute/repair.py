"""What is safe to mend in a record: white space, keys, dates, aliases. Never a text, never a fact."""

from __future__ import annotations

import difflib
import re
from functools import partial
from typing import TYPE_CHECKING

import yaml

from build_site.contribute.calendar import as_edtf
from build_site.contribute.suggest import written
from build_site.fields.table import FIELDS
from build_site.problem import Position, ProblemsError
from build_site.seed.node import Scalar, compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from build_site.registers.lookup import Lookup

ALIKE = 0.8
"""Least likeness of a key and the field that is meant."""
_DATES = ("published", "accessioned", "embargo")
Edit = tuple[int, int, str]
"""First character, one past the last, and what stands there instead."""


def repair_record(text: str, lookup: Lookup) -> str:
    """Mend a record; a text that is no YAML, or no plain mapping of keys and values, stays as it is.

    The same text mended twice is the same as mended once.
    """
    text = repair_space(text)
    for step in (_keys, _dates, lambda root: _names(root, lookup)):
        root = _composed(text)
        text = _edited(text, step(root)) if root else text
    root = _composed(text)
    return _in_order(text, root) if root else text


def repair_space(text: str) -> str:
    """Mend line ends, spaces at the ends of lines and the end of the file; what stands inside a value stays."""
    text = re.sub("\r\n?", "\n", text)
    inside = {number for first, last in _values_over_lines(text) for number in range(first, last)}
    lines = [line if number in inside else line.rstrip(" \t") for number, line in enumerate(text.split("\n"))]
    return "\n".join(lines).rstrip("\n") + "\n" if any(lines) else text


def difference(path: str, before: str, after: str) -> str:
    """Show the change of a file as a unified difference; empty where nothing changed."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=1)
    return "\n".join(lines) or ("" if before == after else f"{path}: line ends")


def _composed(text: str) -> yaml.MappingNode | None:
    """Compose a record by the rules of `seed.node`; the marks of the node are places in `text`."""
    try:
        compose(text, "")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (ProblemsError, yaml.YAMLError):
        return None
    if not isinstance(root, yaml.MappingNode) or root.flow_style or "\n---" in f"\n{text}":
        return None
    return root if all(key.start_mark.column == 0 for key, _ in root.value) else None


def _values_over_lines(text: str) -> Iterator[tuple[int, int]]:
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            first, last = event.start_mark, event.end_mark
            if isinstance(event, yaml.ScalarEvent) and first and last and first.line != last.line:
                yield first.line + (event.style in ("|", ">")), last.line
    except yaml.YAMLError:
        yield 0, text.count("\n") + 1


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _keys(root: yaml.MappingNode) -> Iterator[Edit]:
    """Correct keys that are nearly a field which the record does not have yet."""
    present = {key.value for key, _ in root.value}
    for key, _ in root.value:
        if key.value not in FIELDS:
            close = difflib.get_close_matches(key.value.strip().lower().replace("-", "_"), FIELDS, n=1, cutoff=ALIKE)
            if close and close[0] not in present:
                present.add(close[0])
                yield key.start_mark.index, key.end_mark.index, close[0]


def _dates(root: yaml.MappingNode) -> Iterator[Edit]:
    """Write dates in the one notation that a record has."""
    for key, value in root.value:
        if key.value in _DATES:
            yield from _replaced(value, partial(_date, field=key.value))
        if key.value in ("reviewed", "names_checked") and isinstance(value, yaml.MappingNode):
            for part, day in value.value:
                if part.value == "on":
                    yield from _replaced(day, partial(_date, field="accessioned"))


def _date(text: str, field: str) -> str:
    """Give the date in EDTF where it is written otherwise and can mean one only; else the text."""
    try:
        FIELDS[field].parse(_scalar(text))
    except ProblemsError:
        found = as_edtf(text)
        try:
            return found if found and FIELDS[field].parse(_scalar(found)) else text
        except ProblemsError:
            return text
    return text


def _scalar(text: str) -> Scalar:
    return Scalar(text, null=False, position=Position(""))


def _names(root: yaml.MappingNode, lookup: Lookup) -> Iterator[Edit]:
    """Put the register's names in the place of its aliases."""
    for key, value in root.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for item in items:
            if key.value == "people":
                yield from _replaced(item, lambda text: _preferred(text, lookup.person(text)))
            if key.value == "source":
                yield from _replaced(item, lambda text: _preferred(text, lookup.source(text)))
            if key.value == "topics":
                yield from _replaced(item, lambda text: _label(text, lookup))


def _preferred(text: str, entry: object) -> str:
    aliases = getattr(entry, "aliases", ())
    return str(getattr(entry, "name", text)) if text in aliases else text


def _label(text: str, lookup: Lookup) -> str:
    topic = lookup.topics.get(text.casefold())
    return topic.label if topic and text in topic.aliases else text


def _replaced(node: yaml.Node, change: Callable[[str], str]) -> Iterator[Edit]:
    """Edit a value that stands on one line; its quotes go, and come back where the new value needs them."""
    if isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line:
        new = change(node.value)
        if new != node.value:
            yield node.start_mark.index, node.end_mark.index, new if re.match(r"\d", new) else written(new)


def _in_order(text: str, root: yaml.MappingNode) -> str:
    """Put the fields into the order of the table. A comment between two fields belongs to the one below it."""
    order = list(FIELDS)
    keys = [key.value for key, _ in root.value]
    ranks = [order.index(key) if key in FIELDS else len(order) for key in keys]
    if not keys or ranks == sorted(ranks):
        return text
    lines = text.removesuffix("\n").split("\n")
    ends = [_last_line(value) + 1 for _, value in root.value]
    first = root.value[0][0].start_mark.line
    starts = [first, *ends[:-1]]
    blocks = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    placed = sorted(range(len(blocks)), key=lambda number: (ranks[number], number))
    whole = [*lines[:first], *(line for number in placed for line in blocks[number]), *lines[ends[-1] :]]
    made = "\n".join(whole) + "\n"
    return made if _same_values(text, made) else text


def _last_line(node: yaml.Node) -> int:
    """Line of a value's last character; a block's own end mark stands at the next key."""
    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False) or not node.value:
        mark = node.end_mark
        return int(mark.line) - (mark.column == 0 and mark.line > node.start_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last)


def _same_values(before: str, after: str) -> bool:
    try:
        return compose(before, "") == compose(after, "")
    except ProblemsError:
        return False
