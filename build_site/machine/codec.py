"""Values of the program as JSON and back, exactly. JSON, since reading a damaged or foreign file must run nothing.

A dataclass is the list of its values in the order of its fields; a field that does not count when two are compared
(where something stood) is left out and read as its default.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


class Codec(Generic[T]):
    """Writes values of one type as lines, and reads them.

    Types: dataclasses, generic ones too, of tuples, sets of strings, enumerations, days, strings, numbers, truth
    values, and one of these or None. `names` are types that annotations name and their modules do not import;
    `instead` says for a type how it is written as a plain value, and read.
    """

    def __init__(
        self,
        kind: type[T],
        names: Mapping[str, object] | None = None,
        instead: Mapping[type, tuple[Callable[[Any], object], Callable[[Any], Any]]] | None = None,
    ) -> None:
        self._names = dict(names or {})
        self._writers: dict[type, Callable[[Any], object]] = {
            found: write for found, (write, _) in (instead or {}).items()
        }
        self._readers: dict[Any, Callable[[Any], Any]] = {found: read for found, (_, read) in (instead or {}).items()}
        self._read = self._reader(kind)

    def encode(self, value: T) -> str:
        """Write a value on one line."""
        return as_line(self.plain(value))

    def decode(self, line: str | bytes) -> T:
        """Read what `encode` wrote. Raises `ValueError` where it is anything else."""
        try:
            found: T = self._read(json.loads(line))
        except (TypeError, ValueError, KeyError, RecursionError) as error:
            message = f"not what was written: {error}"
            raise ValueError(message) from None
        return found

    def plain(self, value: Any) -> Any:  # noqa: ANN401 - a field holds anything
        """Give what is written of a value: of a dataclass the list of its values, in the order of `names_of`."""
        kind = type(value)
        if kind in _AS_THEY_ARE:
            return value
        if kind not in self._writers:
            self._writers[kind] = self._made_writer(kind)
        return self._writers[kind](value)

    def _made_writer(self, kind: type) -> Callable[[Any], object]:
        """Make the function that writes values of one type; a value that stays as it is takes no call of its own."""
        plain, same = self.plain, _AS_THEY_ARE
        if kind is tuple:
            return lambda value: [item if type(item) in same else plain(item) for item in value]
        if is_dataclass(kind):
            values = _values(kind)
            return lambda value: [item if type(item) in same else plain(item) for item in values(value)]
        if kind is frozenset:
            return sorted
        return dt.date.isoformat if kind is dt.date else attrgetter("value")

    def _reader(self, kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type as annotations write it
        """Make the function that reads one type, as the annotation of a field names it."""
        if kind not in self._readers:
            self._readers[kind] = self._made_reader(kind)
        return self._readers[kind]

    def _made_reader(self, kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - see `_reader`
        origin = get_origin(kind) or kind
        if origin is UnionType:
            (some,) = (self._reader(one) for one in get_args(kind) if one is not NoneType)
            return lambda value: None if value is None else some(value)
        if origin is tuple:
            item = self._reader(get_args(kind)[0])
            return lambda values: tuple([item(value) for value in _checked(values, list)])
        if origin is frozenset:
            return lambda values: frozenset(_checked(value, str) for value in _checked(values, list))
        if is_dataclass(origin):
            return self._dataclass_reader(kind, origin)
        if issubclass(origin, (dt.date, Enum)):
            return dt.date.fromisoformat if origin is dt.date else {one.value: one for one in origin}.__getitem__
        return lambda value: value if type(value) is origin else _checked(value, origin)

    def _dataclass_reader(self, kind: Any, origin: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - see `_reader`
        hints = get_type_hints(origin, localns=self._names)
        known = dict(zip(getattr(origin, "__parameters__", ()), get_args(kind), strict=True))
        names = names_of(origin)
        kinds = [known[one] if isinstance(one, TypeVar) else one for one in map(hints.__getitem__, names)]
        read = _row_reader(kinds, [self._reader(kind) for kind in kinds])
        if names == tuple(field.name for field in fields(origin)):
            return lambda values: origin(*read(values))
        return lambda values: origin(**dict(zip(names, read(values), strict=True)))


_AS_THEY_ARE = frozenset({str, int, float, bool, NoneType})
as_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Write plain values on one line. Made once: `json.dumps` would make an encoder for each value."""


def _row_reader(kinds: list[Any], readers: list[Callable[[Any], Any]]) -> Callable[[Any], list[Any]]:
    """Make the function that reads the values of a dataclass, of these types, each by its reader.

    Plain values of the right types are taken as they are, all at once: most values are plain.
    """
    plain: list[Any] = [kind if kind in _AS_THEY_ARE else None for kind in kinds]
    others = [(place, reader) for place, (kind, reader) in enumerate(zip(plain, readers, strict=True)) if not kind]

    def read(values: Any) -> list[Any]:  # noqa: ANN401 - JSON
        row = list(_checked(values, list))
        found: list[Any] = list(map(type, row))
        if len(row) == len(plain):
            for place, reader in others:
                row[place], found[place] = reader(row[place]), None
        return row if found == plain else [reader(value) for reader, value in zip(readers, values, strict=True)]

    return read


@lru_cache(maxsize=64)
def names_of(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type
    """Name the fields of a dataclass that are written."""
    return tuple(field.name for field in fields(kind) if field.init and field.compare)


@lru_cache(maxsize=64)
def _values(kind: Any) -> Callable[[Any], tuple[Any, ...]]:  # noqa: ANN401 - a type
    names: tuple[str, ...] = names_of(kind)
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    found: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
    return found


def _checked(value: Any, kind: type) -> Any:  # noqa: ANN401 - JSON
    """Return the value if it is of the type; a whole number is a float as well, and true is no number."""
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    message = f"{kind.__name__} expected"
    raise ValueError(message)
