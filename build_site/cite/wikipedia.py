"""References → Wikipedia's template `{{cite news}}`.

Source: the template's documentation; characters that are wikitext are written as entities.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from build_site.fields.edtf import day_words, month_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIKITEXT = re.compile(r"[\[\]{}|<>~=_*#:;]|'(?=')|(?<=')'|&(?=#?\w+;)")


def cite_news(item: dict[str, Any]) -> str:
    """Write a reference as a call of the template, on one line."""
    parts = " ".join(f"|{name}={value}" for name, value in _parameters(item))
    return f"{{{{cite news {parts}}}}}"


def escape(text: str) -> str:
    """Write plain text as wikitext that shows the same characters."""
    return _WIKITEXT.sub(lambda match: f"&#{ord(match.group())};", text)


def _parameters(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    names = item.get("author", ())
    for number, name in enumerate(names, 1):
        suffix = str(number) if len(names) > 1 else ""
        if "literal" in name:
            yield f"author{suffix}", escape(name["literal"])
        else:
            yield f"last{suffix}", escape(" ".join(filter(None, (name["family"], name.get("suffix")))))
            yield f"first{suffix}", escape(name["given"])
    yield "title", escape(item["title"])
    if "URL" in item:
        yield "url", _url(item["URL"])
    if "container-title" in item:
        yield "newspaper", escape(item["container-title"])
    yield "date", _date(item)
    if "language" in item:
        yield "language", item["language"]
    yield "via", escape(item["archive"])


def _url(url: str) -> str:
    return re.sub(r"[\[\]{}|<>\"\s]", lambda match: f"%{ord(match.group()):02X}", url)


def _date(item: dict[str, Any]) -> str:
    """Write the date in a form that the template takes: `c.` before a year alone, a dash in a span, `n.d.` for none."""
    words = str(item["custom"].get("issued-in-words", ""))
    if not words:
        return "n.d."
    parts = item["issued"].get("date-parts", ())
    if item["issued"].get("circa"):
        return f"c. {parts[0][0]}"
    if len(parts) > 1:
        return _span(*parts)
    return re.sub(r"^(spring|summer|autumn|winter)", lambda match: match.group().title(), words)


def _span(first: list[int], last: list[int]) -> str:
    """Write two years or two days with a dash; what both days share stands once."""
    if len(first) == 1:
        return f"{first[0]}–{last[0]}"
    (year, month, day), end = first, day_words(dt.date(*last))
    if first[:2] == last[:2]:
        return f"{day}–{end}"
    return f"{day} {month_name(month)}{f' {year}' if year != last[0] else ''} – {end}"
