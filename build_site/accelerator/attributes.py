"""Attribute lists: `.class #id key=value word`, as Python-Markdown's extension `attr_list` reads and writes them.

Precondition: no quotation marks, no `=` in a value, ASCII names. Part of the gain of `blocks`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[.#]?[A-Za-z][\w-]*|[a-z][a-z-]*=[\w/.%-]+", re.ASCII)
# What an element may not get this way without more ado: MkDocs or Python-Markdown look at these names themselves.
_LOOKED_AT = frozenset({"name", "href", "data-toc-label"})
# Words that XHTML writes as an attribute with itself as value.
_BOOLEAN = frozenset(
    {
        "checked",
        "compact",
        "declare",
        "defer",
        "disabled",
        "ismap",
        "multiple",
        "noresize",
        "noshade",
        "nowrap",
        "readonly",
        "selected",
    }
)


class StrangeListError(Exception):
    """An attribute list that is not read directly."""


def read_attributes(text: str) -> dict[str, str | None]:
    """Read an attribute list; the value of a bare word is `None`. Errors: `StrangeListError`."""
    return dict(_read(text))


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[str, str | None], ...]:
    found: dict[str, str | None] = {}
    for word in text.split(" "):
        if not word:
            continue
        if not _WORD.fullmatch(word):
            raise StrangeListError
        name, value = _name_and_value(word)
        if name in _LOOKED_AT:
            raise StrangeListError
        found[name] = f"{found[name]} {value}" if name == "class" and found.get("class") else value
    return tuple(found.items())


def _name_and_value(word: str) -> tuple[str, str | None]:
    if word[0] == ".":
        return "class", word[1:]
    if word[0] == "#":
        return "id", word[1:]
    name, equals, value = word.partition("=")
    if not equals:
        return name, name if name.lower() in _BOOLEAN else None
    return name, value


def opening_tag(tag: str, attributes: dict[str, str | None]) -> str:
    """Write a tag with its attributes in the order of their names."""
    if not attributes:
        return f"<{tag}>"
    parts = [name if value is None else f'{name}="{value}"' for name, value in sorted(attributes.items())]
    return f"<{tag} {' '.join(parts)}>"
