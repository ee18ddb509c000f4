"""Outlets that a text names, found once: to read who publishes it, and to keep their names out of dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_site.derive.lines import Line
    from build_site.registers.model import Source

_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ0-9][^\W_]*")
_CAPITAL_BEHIND = re.compile(r" [A-ZÀ-Þ]")
_CAPITAL_BEFORE = re.compile(r"([A-ZÀ-Þ][\w'’-]*) $")
_OPENERS = parse("the a an but and in on at by for from of to copyright now when while if as")
"""Words before a name that are no part of it although they may be capitalised."""


@dataclass(frozen=True, slots=True)
class OutletMention:
    """One place where a text names an outlet of the register."""

    line: int
    """1-based line of the file."""
    start: int
    """First character of the name in the line, 0-based, without "the"."""
    end: int
    """One past the last character of the name."""
    outlet: str
    """Id in the register of sources."""
    alone: bool
    """False where the name is part of a longer capitalised one: `Northport Courier Awards` is not the Courier."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of an outlet's name."""

    name: str
    outlet: str
    needs_the: bool
    """True for one-word names with an article (`The Sun`): without it the word is a common one."""


def find_outlets(lines: list[Line], sources: Mapping[str, Source]) -> list[OutletMention]:
    """Return every outlet that the lines name, in order; the longest form wins. Letters must match in case.

    A name of one word with an article in the register (`The Courier`) is found only behind "the".
    """
    forms = _forms(tuple((source.id, source.name, source.aliases) for source in sources.values()))
    return [mention for line in lines for mention in _in_line(line, forms)]


@lru_cache(maxsize=4)
def _forms(outlets: tuple[tuple[str, str, tuple[str, ...]], ...]) -> dict[str, list[_Form]]:
    """Index all forms by their first word, longest first."""
    index: dict[str, list[_Form]] = {}
    for outlet, name, aliases in outlets:
        for written in (name, *aliases):
            bare = written.replace("’", "'").removeprefix("The ").removeprefix("the ")
            first = _CAPITALISED.match(bare)
            if first:
                needs_the = bare != written and " " not in bare
                index.setdefault(first.group(), []).append(_Form(bare, outlet, needs_the))
    for forms in index.values():
        forms.sort(key=lambda form: (-len(form.name), form.outlet))
    return index


def _in_line(line: Line, index: dict[str, list[_Form]]) -> Iterator[OutletMention]:
    """Find the outlets in one line."""
    reached = 0
    for word in _CAPITALISED.finditer(line.content):
        if word.start() < reached or word.group() not in index:
            continue
        form = next((form for form in index[word.group()] if _fits(form, line.content, word.start())), None)
        if form:
            reached = word.start() + len(form.name)
            alone = _is_alone(line.content, word.start(), reached)
            yield OutletMention(line.number, word.start(), reached, form.outlet, alone)


def _fits(form: _Form, content: str, start: int) -> bool:
    """Whether a form stands at a place, whole."""
    end = start + len(form.name)
    if content[start:end].replace("’", "'") != form.name or content[end : end + 1].isalnum():
        return False
    return not form.needs_the or content[max(0, start - 4) : start].lower() == "the "


def _is_alone(content: str, start: int, end: int) -> bool:
    """Whether a name is not part of a longer capitalised one."""
    if _CAPITAL_BEHIND.match(content, end):
        return False
    before = _CAPITAL_BEFORE.search(content[max(0, start - 40) : start])
    return not before or before.group(1).lower() in _OPENERS


def masked(line: Line, outlets: list[OutletMention]) -> str:
    """Return a line with the names of outlets overwritten by underscores: `Mail on Sunday` is no weekday."""
    parts, at = [], 0
    for mention in outlets:
        parts += [line.content[at : mention.start], "_" * (mention.end - mention.start)]
        at = mention.end
    return "".join([*parts, line.content[at:]])
