"""A description as JSON and back, exactly. JSON, because reading a damaged or foreign file must never run anything."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from build_site.derive.model import Description

if TYPE_CHECKING:
    from collections.abc import Callable


def encode(description: Description) -> str:
    """Write a description on one line: each dataclass is the list of its values, in the order of its fields."""
    return json.dumps(_plain(description), ensure_ascii=False, separators=(",", ":"))


def decode(line: str) -> Description:
    """Read what `encode` wrote. Raises `ValueError` where it is anything else."""
    try:
        found: Description = _reader(Description)(json.loads(line))
    except (TypeError, ValueError, RecursionError) as error:
        message = f"no description: {error}"
        raise ValueError(message) from None
    return found


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, name)) for name in _names(type(value))]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


@lru_cache(maxsize=32)
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@lru_cache(maxsize=64)
def _reader(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type as annotations write it, generic ones included
    """Make the function that reads one type, as the annotation of a field names it."""
    origin = get_origin(kind) or kind
    if origin is tuple:
        item = _reader(get_args(kind)[0])
        return lambda values: tuple(item(value) for value in _checked(values, list))
    if is_dataclass(origin):
        return _dataclass_reader(kind, origin)
    if issubclass(origin, Enum):
        choice: Callable[[Any], Any] = origin
        return choice
    return lambda value: _checked(value, origin)


def _dataclass_reader(kind: Any, origin: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - see `_reader`
    hints = get_type_hints(origin)
    known = dict(zip(getattr(origin, "__parameters__", ()), get_args(kind), strict=True))
    types = [hints[name] for name in _names(origin)]
    readers = [_reader(known[one] if isinstance(one, TypeVar) else one) for one in types]

    def read(values: Any) -> Any:  # noqa: ANN401 - JSON
        return origin(*(reader(value) for reader, value in zip(readers, _checked(values, list), strict=True)))

    return read


def _checked(value: Any, kind: type) -> Any:  # noqa: ANN401 - JSON
    """Return the value if it is of the type; a whole number is a float as well, and true is no number."""
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    message = f"{kind.__name__} expected"
    raise ValueError(message)
