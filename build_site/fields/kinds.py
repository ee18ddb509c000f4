"""Kinds of values: each function reads one node and returns what it means, or says what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from build_site.fields import edtf
from build_site.problem import Gathering, Position, problem
from build_site.seed.node import Mapping, Node, Scalar, Sequence
from build_site.seed.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_TRUTH = {"true": True, "yes": True, "false": False, "no": False}
_ARTICLE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z]{4})?(?:-(?:[a-zA-Z]{2}|\d{3}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a record gives it, before it is looked up in a register."""

    text: str
    """The name, alias or id."""
    position: Position = field(compare=False, default=Position(""))
    """Where it stands."""


def near(word: str, known: Iterable[str]) -> str:
    """Say `did you mean "x"? ` for the nearest known word, or nothing."""
    by_fold: dict[str, str] = {}
    for item in known:
        by_fold.setdefault(item.casefold(), item)
    close = get_close_matches(word.casefold(), list(by_fold), n=1, cutoff=0.6)
    return f'did you mean "{by_fold[close[0]]}"? ' if close else ""


def scalar(node: Node) -> Scalar:
    """One value, not a list or a mapping."""
    if isinstance(node, Scalar):
        return node
    kind = "a list" if isinstance(node, Sequence) else "a mapping"
    raise problem(node.position, f"one value is expected here, not {kind}", "write the value on one line")


def text(node: Node) -> str:
    """Text of any length; line ends and spaces at both ends are trimmed. Nothing, `~` and `null` are empty."""
    value = scalar(node)
    return "" if value.null else value.value.strip()


def one_line(node: Node) -> str:
    """Text on one line: white space and control characters are single spaces; NFC."""
    return unicodedata.normalize("NFC", squeeze(text(node)))


def needed_line(node: Node) -> str:
    """Text on one line that is not empty."""
    value = one_line(node)
    if not value:
        raise problem(node.position, "a value is missing", "write the value, or leave the whole line out")
    return value


def truth(node: Node) -> bool:
    """`true` or `false` (also `yes` or `no`)."""
    value = one_line(node).lower()
    if value not in _TRUTH:
        raise problem(node.position, f'"{value}" is neither true nor false', "write true or false")
    return _TRUTH[value]


def choice(*options: str) -> Callable[[Node], str]:
    """Make a kind: one word of a fixed set."""

    def one_of(node: Node) -> str:
        value = one_line(node)
        if value not in options:
            hint = f"{near(value, options)}write one of: {', '.join(options)}"
            raise problem(node.position, f'"{value}" is not known here', hint)
        return value

    return one_of


def list_of(kind: Callable[[Node], T]) -> Callable[[Node], tuple[T, ...]]:
    """Make a kind: a list, each item of the same kind; a single value is a list of one. No item may stand twice."""

    def items(node: Node) -> tuple[T, ...]:
        if isinstance(node, Scalar) and node.null:
            return ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        problems = Gathering()
        values: list[T] = []
        for item in nodes:
            with problems.step():
                value = kind(item)
                if value in values:
                    raise problem(item.position, f'"{one_line(item)}" stands twice', "keep one of the two")
                values.append(value)
        problems.stop_if_any()
        return tuple(values)

    return items


def named(node: Node) -> Named:
    """A name, an alias or an id of a register."""
    return Named(needed_line(node), node.position)


def date(node: Node) -> edtf.Edtf | None:
    """An EDTF date; nothing, `~` and `null` say that it is not known."""
    value = one_line(node)
    if not value:
        return None
    try:
        return edtf.parse(value)
    except ValueError as error:
        hint = 'write 2024-05-31, 2024-05 or 2024, with ? or ~ behind it where it is not certain, or "null"'
        raise problem(node.position, f'"{value}" {error}', hint) from None


def day(node: Node) -> dt.date:
    """A calendar day, `YYYY-MM-DD`."""
    value = one_line(node)
    try:
        return dt.date.fromisoformat(value if len(value) == len("2024-05-31") else "")
    except ValueError:
        raise problem(node.position, f'"{value}" is not a day', "write it as 2024-05-31") from None


def url(node: Node) -> str:
    """An `http` or `https` address without a user name."""
    value = needed_line(node)
    try:
        parts = urlsplit(value)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        fine = False
    if not fine or re.search(r"[\s<>\"'`\\]", value):
        raise problem(node.position, f'"{value}" is not a web address', "write the whole address, https://…")
    return value


def wikidata(node: Node) -> str:
    """A Wikidata item: `Q` and digits."""
    return _matching(node, _WIKIDATA, "is not a Wikidata item", "write Q and digits, for example Q42")


def language(node: Node) -> str:
    """A BCP 47 language tag of language, script and region, for example `en-GB`."""
    return _matching(node, _LANGUAGE, "is not a language tag", "write en, en-GB, fr, ar, zh-Hant …")


def article_id(node: Node) -> str:
    """An id of an article: letters a to z, digits, hyphens and underscores. It becomes an address."""
    value = _matching(node, _ARTICLE_ID, "cannot be an id", "use letters, digits, hyphens and underscores")
    if value.lower() == "index":
        raise problem(node.position, '"index" cannot be an id', "that address is a list's")
    return value


def _matching(node: Node, pattern: re.Pattern[str], message: str, hint: str) -> str:
    value = needed_line(node)
    if not pattern.fullmatch(value):
        raise problem(node.position, f'"{value}" {message}', hint)
    return value


def mapping(node: Node) -> Mapping:
    """Keys and values."""
    if isinstance(node, Mapping):
        return node
    raise problem(node.position, "keys and values are expected here", "write `key: value` lines, indented")
