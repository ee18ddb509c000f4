"""References → RIS, the tagged format that reference managers read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.cite.names import inverted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SEASONS = {1: "Spring", 2: "Summer", 3: "Autumn", 4: "Winter"}


def ris(items: Iterable[dict[str, Any]]) -> str:
    """Write references as RIS records, in UTF-8, each line ended as the format asks."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _record(item))


def _record(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", item["id"]
    yield "TI", item["title"]
    yield from (("AU", inverted(name)) for name in item.get("author", ()))
    if "container-title" in item:
        yield "T2", item["container-title"]
    yield from _dates(item)
    single = {"UR": "URL", "LA": "language", "DB": "archive", "AN": "archive_location"}
    yield from ((tag, item[name]) for tag, name in single.items() if name in item)
    yield from (("KW", word) for word in item.get("keyword", "").split("; ") if word)
    if "abstract" in item:
        yield "AB", " ".join(item["abstract"].split())
    if "archive-url" in item["custom"]:
        yield "N1", f"Via {item['archive']}, {item['custom']['archive-url']}"
    yield "ER", ""


def _dates(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Write the year and the date `YYYY/MM/DD/other`; what numbers cannot say stands in the last part."""
    date = item.get("issued", {})
    if not date:
        return
    first = date.get("date-parts", [[]])[0]
    if first:
        yield "PY", f"{first[0]:04}"
    numbers = [f"{part:02}" for part in first] + [""] * (3 - len(first))
    exact = len(date.get("date-parts", ())) == 1 and "circa" not in date and "season" not in date
    other = "" if exact else item["custom"]["issued-in-words"]
    yield "DA", "/".join([*numbers, other])
