"""The picture that other sites show beside a link to this one: a newspaper, and a bar for the articles of each year.

It holds no word and nobody's picture: what is said of an article stands in the words beside it. Colours are those of
the icon. Written as a palette PNG (ISO/IEC 15948).
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_site.catalog.model import Catalog
    from build_site.web import Settings

PICTURE = "dates/years.png"
"""Path of the picture, under `docs/` and on the web."""
WIDTH, HEIGHT = 1200, 630
"""Pixels: the shape that sites crop least."""
_PALETTE = bytes.fromhex("14323c fbfaf6 8fcbd9")
_GROUND, _PAPER, _BAR = range(3)
_MARK = ((6, 7, 20, 3), (6, 13, 9, 9), (18, 13, 8, 2), (18, 16.5, 8, 2), (18, 20, 8, 2), (6, 24.5, 20, 1.5))
"""The icon's parts in a square of 32: left, top, width, height."""
_MARK_AT, _MARK_SCALE = (60, 91), 14
_BARS = (600, 1120)
_FLOOR, _TALLEST = 434, 245

Box = tuple[float, float, float, float]


def picture_files(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    """Draw the picture of an archive that has an address on the web; another has no use for it."""
    if not settings.site_url:
        return {}
    years = sorted(catalog.dates)
    span = range(years[0], years[-1] + 1) if years else range(0)
    counts = [sum(map(len, catalog.dates.get(year, {}).values())) for year in span]
    return {PICTURE: draw(counts)}


def picture_properties(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Name the picture for Open Graph; its values are empty where there is none."""
    address = settings.absolute(PICTURE)
    if not address:
        return ()
    alt = "A newspaper page, and a bar for the articles of each year"
    return (
        ("og:image", address),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", alt),
    )


def draw(counts: Sequence[int]) -> bytes:
    """Draw the newspaper and a bar for each count, the tallest for the largest; a PNG."""
    pixels = [bytearray([_GROUND]) * WIDTH for _ in range(HEIGHT)]
    for box in _mark():
        _fill(pixels, box, _PAPER)
    for box in _bars(counts):
        _fill(pixels, box, _BAR)
    return _png(pixels)


def _mark() -> Iterator[Box]:
    left, top = _MARK_AT
    for x, y, width, height in _MARK:
        yield left + x * _MARK_SCALE, top + y * _MARK_SCALE, width * _MARK_SCALE, height * _MARK_SCALE


def _bars(counts: Sequence[int]) -> Iterator[Box]:
    if not any(counts):
        return
    step = (_BARS[1] - _BARS[0]) / len(counts)
    for number, count in enumerate(counts):
        # The gap is a quarter; a year with one article is seen too.
        height = max(6, _TALLEST * count / max(counts)) if count else 0
        yield _BARS[0] + number * step, _FLOOR - height, max(1, step * 3 / 4), height


def _fill(pixels: list[bytearray], box: Box, colour: int) -> None:
    left, top, width, height = box
    start, end = round(left), round(left + width)
    for row in pixels[round(top) : round(top + height)]:
        row[start:end] = bytes([colour]) * (end - start)


def _png(pixels: list[bytearray]) -> bytes:
    head = struct.pack(">2I5B", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    rows = b"".join(b"\0" + row for row in pixels)
    chunks = ((b"IHDR", head), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
