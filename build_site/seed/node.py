"""YAML in which every value still knows its line and column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import yaml

from build_site.problem import Gathering, Position, problem

if TYPE_CHECKING:
    from typing import Protocol

    class Mark(Protocol):
        """PyYAML's mark, of the C loader or the Python one."""

        line: int
        column: int


try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: the same results, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as the characters that were written; what it means is for its field to say."""

    value: str
    """The characters. `no`, `12:30` and `2024-05-31` stay what they are."""
    null: bool
    """True where nothing, `~` or a bare `null` was written."""
    position: Position = field(compare=False)
    """Where the value begins."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    """The items, in the order written."""
    position: Position = field(compare=False)
    """Where the list begins."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values; no key stands twice."""

    entries: dict[str, Node]
    """Values by key, in the order written."""
    keys: dict[str, Position] = field(compare=False)
    """Where each key stands."""
    position: Position = field(compare=False)
    """Where the mapping begins."""


Node: TypeAlias = Scalar | Sequence | Mapping


def compose(text: str, path: str, first_line: int = 1) -> Node:
    """Read one YAML document; an empty one is an empty mapping.

    `first_line` is the line of the file on which `text` begins. Anchors, aliases and tags are refused: a record needs
    none, and they can make a small file large or name code. Errors: broken YAML, duplicate key, key that is no text.
    """
    try:
        _refuse_indirection(text, path, first_line)
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(part for part in (error.problem, error.context) if part)
        raise problem(_at(mark, path, first_line), f"this is not YAML: {said}", _hint(said)) from None
    except yaml.YAMLError as error:
        raise problem(Position(path), f"this is not YAML: {error}", "save the record as plain YAML") from None
    if root is None:
        return Mapping({}, {}, Position(path, first_line, 1))
    return _convert(root, path, first_line)


def _refuse_indirection(text: str, path: str, first_line: int) -> None:
    if not any(sign in text for sign in "&*!"):
        return
    for event in yaml.parse(text, Loader=Loader):
        tag = getattr(event, "tag", None)
        if getattr(event, "anchor", None) is None and tag in (None, "!"):
            continue
        what = f"the tag {tag}" if tag not in (None, "!") else "an anchor or alias (& or *)"
        hint = "write the value out; if the sign belongs to the text, put the value in quotes"
        raise problem(_at(event.start_mark, path, first_line), f"{what} is not accepted in a record", hint)


def _at(mark: Mark | None, path: str, first_line: int) -> Position:
    return Position(path, mark.line + first_line, mark.column + 1) if mark else Position(path)


def _hint(said: str) -> str:
    if "mapping values" in said:
        return "a value that holds a colon and a space needs quotes around it"
    if "tab" in said or r"'\t'" in said:
        return "indent with spaces, not tabs"
    return "look at quotes, colons and indentation on this line and the one before"


def _convert(node: yaml.Node, path: str, first_line: int) -> Node:
    at = _at(node.start_mark, path, first_line)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, node.tag == _NULL, at)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_convert(item, path, first_line) for item in node.value), at)
    return _convert_mapping(node, path, first_line)


def _convert_mapping(node: yaml.Node, path: str, first_line: int) -> Mapping:
    entries: dict[str, Node] = {}
    keys: dict[str, Position] = {}
    problems = Gathering()
    for key, value in node.value:
        with problems.step():
            at = _at(key.start_mark, path, first_line)
            if not isinstance(key, yaml.ScalarNode):
                raise problem(at, "a key has to be a word", "write `key: value`")
            if key.value in keys:
                raise problem(at, f"{key.value}: the key stands twice", f"keep one; the other is at {keys[key.value]}")
            keys[key.value] = at
            entries[key.value] = _convert(value, path, first_line)
    problems.stop_if_any()
    return Mapping(entries, keys, _at(node.start_mark, path, first_line))
