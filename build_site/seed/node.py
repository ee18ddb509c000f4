"""YAML in which every value still knows its line and column."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import yaml

from build_site.problem import Gathering, Position, problem
from build_site.seed import characters, limits

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

_NULL, _OTHER = "tag:yaml.org,2002:null", "tag:yaml.org,2002:str"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
# Without one of these signs there is no anchor, alias or tag, and lists and mappings lie in one another only by deep
# indentation or by signs one behind another.
_SIGNS = "&*![{?"
_DEEP = "\n" + " " * limits.NESTING
_UNCLOSED = "end of stream while scanning a quoted scalar"
_BEHIND = re.compile(r"(?:[-?:][ \t]+){3}")


class _Loader(Loader):
    """Tells a bare `null` from everything else, and asks for no other type: what a value means is for its field."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """Give the tag of a node."""
        return _NULL if kind is yaml.ScalarNode and implicit[0] and value in _NULLS else _OTHER

    def descend_resolver(self, *_: object) -> None:
        """No path has a type of its own."""

    def ascend_resolver(self) -> None:
        """No path has a type of its own."""


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


def compose(text: str, path: str, first_line: int = 1, *, register: bool = False) -> Node:
    """Read one YAML document; an empty one is an empty mapping.

    `first_line` is the line of the file on which `text` begins. A register's entries may be any number. Anchors,
    aliases and tags are refused: a record needs none, and they can make a small file large or name code. Errors:
    broken YAML, duplicate key, key that is no text, too many items, values too deep in one another, a hidden
    character written as an escape.
    """
    try:
        _refuse_by_events(text, path, first_line)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        said = " ".join(part for part in (error.problem, error.context) if part)
        # Where a quotation mark is not closed, the reader's eye has to go to it, not to the end of the file.
        mark = (_UNCLOSED in said and error.context_mark) or error.problem_mark or error.context_mark
        raise problem(_at(mark, path, first_line), f"this is not YAML: {said}", _hint(said)) from None
    except yaml.YAMLError as error:
        raise problem(Position(path), f"this is not YAML: {error}", "save the record as plain YAML") from None
    if root is None:
        return Mapping({}, {}, Position(path, first_line, 1))
    _refuse_many(root, path, first_line, counted_from=2 if register else 0)
    return _convert(root, path, first_line)


def _refuse_by_events(text: str, path: str, first_line: int) -> None:
    """Refuse anchors, aliases, tags and deep nesting before anything is composed from them."""
    if not (any(map(text.__contains__, _SIGNS)) or _DEEP in f"\n{text}" or _BEHIND.search(text)):
        return
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        at = _at(event.start_mark, path, first_line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > limits.NESTING:
            raise problem(at, f"more than {limits.NESTING} lists and mappings lie in one another", "no field needs it")
        tag = getattr(event, "tag", None)
        if getattr(event, "anchor", None) is None and tag in (None, "!"):
            continue
        what = f"the tag {tag}" if tag not in (None, "!") else "an anchor or alias (& or *)"
        hint = "write the value out; if the sign belongs to the text, put the value in quotes"
        raise problem(at, f"{what} is not accepted in a record", hint)


def _at(mark: Mark | None, path: str, first_line: int) -> Position:
    return Position(path, mark.line + first_line, mark.column + 1) if mark else Position(path)


def _hint(said: str) -> str:
    if "mapping values" in said:
        return "a value that holds a colon and a space needs quotes around it"
    if "tab" in said or r"'\t'" in said:
        return "indent with spaces, not tabs"
    if _UNCLOSED in said:
        return "close the quotation marks; one within the value is written twice ('') or as \\\""
    return "look at quotes, colons and indentation on this line and the one before"


def _refuse_many(node: yaml.Node, path: str, first_line: int, counted_from: int, level: int = 0) -> None:
    if isinstance(node, yaml.ScalarNode):
        return
    is_list = isinstance(node, yaml.SequenceNode)
    most = limits.ITEMS if is_list else limits.KEYS
    if len(node.value) > most and (is_list or level >= counted_from):
        message = f"{len(node.value):,} {'items' if is_list else 'keys'}; {most:,} are accepted"
        raise problem(_at(node.start_mark, path, first_line), message, "no article needs so many")
    for item in node.value:
        _refuse_many(item if is_list else item[1], path, first_line, counted_from, level + 1)


def _convert(node: yaml.Node, path: str, first_line: int) -> Node:
    mark = node.start_mark
    at = Position(path, mark.line + first_line, mark.column + 1)
    if type(node) is yaml.ScalarNode:
        return Scalar(_plain(node.value, at), node.tag == _NULL, at)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple([_convert(item, path, first_line) for item in node.value]), at)
    return _convert_mapping(node, at, first_line)


def _plain(value: str, at: Position) -> str:
    """Hold a value to the rules of a file's characters: YAML can write any of them as an escape."""
    if value.isascii() and value.isprintable():
        return value
    if found := characters.hidden(value):
        raise problem(at, f"the value holds {found}, which shows nothing", "leave the escape out")
    return unicodedata.normalize("NFC", value)


def _convert_mapping(node: yaml.Node, begins: Position, first_line: int) -> Mapping:
    entries: dict[str, Node] = {}
    keys: dict[str, Position] = {}
    problems = Gathering()
    for key, value in node.value:
        with problems.step():
            at = _at(key.start_mark, begins.path, first_line)
            if not isinstance(key, yaml.ScalarNode):
                raise problem(at, "a key has to be a word", "write `key: value`")
            name = _plain(key.value, at)
            if name in keys:
                raise problem(at, f"{name}: the key stands twice", f"keep one; the other is at {keys[name]}")
            keys[name] = at
            entries[name] = _convert(value, begins.path, first_line)
    problems.stop_if_any()
    return Mapping(entries, keys, begins)
