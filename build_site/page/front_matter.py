"""Front matter as YAML: what PyYAML's safe dumper writes with `sort_keys=False, default_flow_style=None`, sooner.

The layout of mappings and lists is written here, and so are values that need no quotes by any rule, or single ones.
Every other value is given to PyYAML by itself; a document with a line end in a value, or with a key that is not plain,
as a whole. `tests/unit/test_front_matter_dump.py` holds both against the dumper.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

try:
    from yaml import CSafeDumper as Dumper
except ImportError:  # PyYAML without libyaml: the same results, slower
    from yaml import SafeDumper as Dumper  # type: ignore[assignment]

_TAG = "tag:yaml.org,2002:"
_LETTERS = "A-Za-z\u00c0-\u024f"
_SIGNS = "0-9 ._/()&'\u2018\u2019\u201c\u201d\u2013\u2014\u2026+-"
# A word that begins with a letter and means nothing else in YAML; `on`, `Yes` and the like do.
_OTHERWISE = r"(?!(?:y|yes|n|no|true|false|on|off|null)\Z)"
_PLAIN = re.compile(rf"(?i:{_OTHERWISE})[{_LETTERS}](?:[{_LETTERS}{_SIGNS}]*[{_LETTERS}0-9.)/])?\Z")
_PLAIN_IN_BLOCK = re.compile(
    rf"(?i:{_OTHERWISE})[{_LETTERS}](?:[{_LETTERS}{_SIGNS},]|:(?=/))*(?<=[{_LETTERS}0-9.)/])\Z"
)
_KEY = re.compile(rf"(?i:{_OTHERWISE})[A-Za-z][A-Za-z0-9_]{{0,60}}\Z")
# Signs that no plain value begins with, before characters that stand for themselves in single quotes.
_QUOTED = re.compile("[{[\"'#&*!|>%@`][ -~\u00a1-\ud7ff]*(?<! )\\Z")
# Ids and dates: nothing but a whole day is a date to YAML.
_DATED = re.compile(r"\d{4}(?:(?:/\d\d){1,2}|(?:-\d\d){0,2}-[a-z][a-z0-9-]*)\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_OF_SEVERAL = frozenset((dict, list, tuple))
_SEVERAL_LINES = re.compile("[\n\r\x85\u2028\u2029]")


class _UnusualError(Exception):
    """A value whose place in the document decides how it is written."""


def dumped(values: dict[str, Any]) -> str:
    """Write values: plain strings, numbers, booleans, None, lists and mappings."""
    if _are_single(values.values()):
        return _by_library(values)
    try:
        return "".join(_entries(values, ""))
    except _UnusualError:
        return _by_library(values)


def _entries(values: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield f"{indent}{_key(key)}:{_behind(value, indent)}"


def _behind(value: Any, indent: str) -> str:  # noqa: ANN401 - front matter holds values of many kinds
    """Write a value behind its key, with the space or line end between them."""
    if isinstance(value, dict):
        if not _are_single(value.values()):
            return "\n" + "".join(_entries(value, f"{indent}  "))
        return f" {{{', '.join([f'{_key(key)}: {_single(item, flow=True)}' for key, item in value.items()])}}}\n"
    if isinstance(value, (list, tuple)):
        # A list stands as deep as its key.
        return f" {_in_line(value)}\n" if _are_single(value) else "\n" + "".join(_items(value, indent))
    return f" {_single(value, flow=False)}\n"


def _items(values: Iterable[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, (list, tuple)) and _are_single(value):
            yield f"{indent}- {_in_line(value)}\n"
        else:
            raise _UnusualError


def _in_line(values: Iterable[Any]) -> str:
    # Most values are strings: a call for each would take as long as writing them.
    texts = [_text(value, True) if type(value) is str else _single(value, flow=True) for value in values]  # noqa: FBT003 - see `_text`
    return f"[{', '.join(texts)}]"


def _are_single(values: Iterable[object]) -> bool:
    return _OF_SEVERAL.isdisjoint(map(type, values))


def _key(key: str) -> str:
    if not _KEY.match(key):
        raise _UnusualError
    return key


def _single(value: Any, *, flow: bool) -> str:  # noqa: ANN401 - see `_behind`
    if isinstance(value, str):
        return _text(value, flow)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(int(value))


# Titles, names and dates stand in a page several times.
@lru_cache(maxsize=8192)
def _text(value: str, flow: bool) -> str:  # noqa: FBT001 - a cache is quicker without keywords
    if (_PLAIN if flow else _PLAIN_IN_BLOCK).match(value) or _DATED.match(value):
        return value
    if _QUOTED.match(value) or _DAY.match(value):
        return "'" + value.replace("'", "''") + "'"
    return _asked(value, flow=flow)


def _asked(value: str, *, flow: bool) -> str:
    """Ask PyYAML how it writes a text: behind a key of its own, or inside brackets."""
    if _SEVERAL_LINES.search(value):
        raise _UnusualError
    node = yaml.ScalarNode(f"{_TAG}str", value)
    if flow:
        return _serialized(yaml.SequenceNode(f"{_TAG}seq", [node], flow_style=True))[1:-2]
    key = yaml.ScalarNode(f"{_TAG}str", "k")
    return _serialized(yaml.MappingNode(f"{_TAG}map", [(key, node)], flow_style=False))[3:-1]


def _by_library(values: dict[str, Any]) -> str:
    """Write the whole document.

    The nodes are made here, because PyYAML looks at every value for aliases and subclasses that ours do not have.
    """
    return _serialized(_node(values))


def _serialized(node: yaml.Node) -> str:
    written: str = yaml.serialize(node, Dumper=Dumper, allow_unicode=True, width=10**6)
    return written


def _node(value: Any) -> yaml.Node:  # noqa: ANN401 - see `_behind`
    if isinstance(value, str):
        return yaml.ScalarNode(f"{_TAG}str", value)
    if isinstance(value, dict):
        pairs = [(yaml.ScalarNode(f"{_TAG}str", key), _node(item)) for key, item in value.items()]
        return yaml.MappingNode(f"{_TAG}map", pairs, flow_style=_one_line([item for _, item in pairs]))
    if isinstance(value, (list, tuple)):
        nodes = [_node(item) for item in value]
        return yaml.SequenceNode(f"{_TAG}seq", nodes, flow_style=_one_line(nodes))
    if value is None:
        return yaml.ScalarNode(f"{_TAG}null", "null")
    kind, text = ("bool", str(value).lower()) if isinstance(value, bool) else ("int", str(int(value)))
    return yaml.ScalarNode(f"{_TAG}{kind}", text)


def _one_line(nodes: list[yaml.Node]) -> bool:
    """Tell whether a list or mapping holds single values only; it then stands on one line."""
    return all(isinstance(node, yaml.ScalarNode) for node in nodes)
