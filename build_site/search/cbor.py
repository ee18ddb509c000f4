"""The part of CBOR (RFC 8949) in which Pagefind writes lists: whole numbers, text, arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"
"""What a file of Pagefind's holds, at any depth."""

_UNSIGNED, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
_INLINE = 24
"""Arguments below this stand in the first byte."""
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
"""Bytes of an argument that stands behind the first byte, by what the first byte says."""


def loads(data: bytes) -> Value:
    """Read one value. `ValueError`: anything but these kinds, or a file that is cut off."""
    reader = _Reader(data)
    value = reader.value()
    if reader.at != len(data):
        raise ValueError("there is more behind the value")
    return value


def dumps(value: Value) -> bytes:
    """Write one value in the shortest form."""
    out = bytearray()
    _write(value, out)
    return bytes(out)


@dataclass  # without slots: a reader is made once a file
class _Reader:
    data: bytes
    at: int = 0

    def value(self) -> Value:
        kind, argument = self._head()
        if kind == _UNSIGNED:
            return argument
        if kind == _NEGATIVE:
            return -1 - argument
        if kind == _TEXT:
            return self._take(argument).decode()
        if kind == _ARRAY:
            return [self.value() for _ in range(argument)]
        raise ValueError(f"a kind of value that Pagefind's lists do not have: {kind}")

    def _head(self) -> tuple[int, int]:
        first = self._take(1)[0]
        kind, argument = first >> 5, first & 0x1F
        if argument < _INLINE:
            return kind, argument
        if argument not in _WIDTHS:
            raise ValueError("a length that is not given")
        return kind, int.from_bytes(self._take(_WIDTHS[argument]), "big")

    def _take(self, count: int) -> bytes:
        taken = self.data[self.at : self.at + count]
        if len(taken) < count:
            raise ValueError("the file is cut off")
        self.at += count
        return taken


def _write(value: Value, out: bytearray) -> None:
    if isinstance(value, str):
        encoded = value.encode()
        _write_head(_TEXT, len(encoded), out)
        out += encoded
    elif isinstance(value, int):
        _write_head(_UNSIGNED if value >= 0 else _NEGATIVE, value if value >= 0 else -1 - value, out)
    else:
        _write_head(_ARRAY, len(value), out)
        for item in value:
            _write(item, out)


def _write_head(kind: int, argument: int, out: bytearray) -> None:
    if argument < _INLINE:
        out.append(kind << 5 | argument)
        return
    said, width = next((said, width) for said, width in _WIDTHS.items() if argument < 1 << 8 * width)
    out.append(kind << 5 | said)
    out += argument.to_bytes(width, "big")
