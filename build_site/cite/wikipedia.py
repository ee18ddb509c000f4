"""References → Wikipedia's template `{{cite news}}`.

Source: the template's documentation; characters that are wikitext are written as entities.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

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
    """Write the date as the template reads it: `c.` for uncertain and approximate ones, `n.d.` where none is known."""
    words = str(item["custom"].get("issued-in-words", ""))
    if not words:
        return "n.d."
    certain = words.removeprefix("about ").removesuffix(" (uncertain)")
    certain = re.sub(r"^(spring|summer|autumn|winter)", lambda match: match.group().title(), certain)
    return f"c. {certain}" if item["issued"].get("circa") else certain
