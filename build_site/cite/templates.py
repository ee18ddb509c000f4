"""A reference in a style, by filling a template that citeproc-py made of the style.

What a style does with a reference depends on the reference's shape and on how its values are set against each other,
hardly ever on the values. `tools/make_citation_templates.py` had the processor write one reference a shape, with marks
for the values; `styles/templates.json` holds what it wrote. Here the values take the place of the marks, under the same
four rules that the processor has for values: initials, capitals of titles, names of months, and no full stop or comma
twice where two parts meet. Where a template would not do, there is none, and the processor itself writes the reference.
`tests/unit/test_cite_templates.py` holds the two against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Self

from build_site.cite.model import UNKNOWN_LANGUAGE, inner_quotes, shape_of
from build_site.cite.styles import read_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_site.cite.model import Shape
    from build_site.cite.styles import Style

Pieces = tuple[tuple[str, str, tuple[str, ...]], ...]
"""A template: words of the style, name of the value behind them (empty at the end), and what is done to the value."""

_SLOT = re.compile(r"\{([^{}]*)\}")
# Of two such signs of one kind that meet, the second is left out; so is a second space.
_ONCE = frozenset(" .,;:!?")
_NO_CASE = "<span"
_FIRST_YEAR = 1000
_AUTHOR_KINDS = {("literal",): "body", ("family", "given"): "person", ("family", "given", "suffix"): "suffixed"}
# Words that citeproc-py leaves small in a title.
_SMALL = frozenset(
    (
        *("a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on", "onto"),
        *("or", "over", "so", "the", "till", "to", "up", "via", "with", "yet"),
    )
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference with what every style asks of it, so that four styles ask once."""

    item: Mapping[str, Any]
    """The reference as CSL-JSON."""
    shape: Shape
    """What is known of it."""
    values: Mapping[str, str] | None
    """Its plain values by name; None where one of them is written by the processor only."""

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> Self:
        """Look at a CSL-JSON item."""
        shape = shape_of(item)
        values = {name: value for name, value in item.items() if name in shape.present and isinstance(value, str)}
        return cls(item, shape, values if all(map(_ordinary, values.values())) else None)


def fill(reference: Reference, style: Style) -> str | None:
    """Write a reference in a style as the processor does; None where no template fits it."""
    item, present = reference.item, reference.shape.present
    template = _template(style, _key(reference.shape))
    if template is None or reference.values is None:
        return None
    date = _date(item["issued"], style) if "issued" in present else {}
    names = _names(item["author"], style) if "author" in present else ""
    if date is None or names is None:
        return None
    english = item.get("language", UNKNOWN_LANGUAGE)[:2] == "en"
    return _filled(template, {**reference.values, **date, "author": names}, english=english)


def key_of(shape: Shape) -> str:
    """Name a shape, as the file of templates does."""
    date = " ".join(name for name in ("year", "month", "day", "season", "words") if name in shape.date_parts)
    return f"{' '.join(sorted(shape.present))}; {date or 'no date'}{'; uncertain' if shape.uncertain else ''}"


@cache
def _key(shape: Shape) -> str:
    return key_of(shape)


@cache
def _template(style: Style, key: str) -> Pieces | None:
    text = read_templates()[style.stem]["references"].get(key)
    return None if text is None else _parsed(text)


@cache
def _parsed(text: str) -> Pieces:
    parts = _SLOT.split(text)
    slots = [slot.split("|") for slot in (*parts[1::2], "")]
    return tuple((words, name, tuple(done)) for words, (name, *done) in zip(parts[::2], slots, strict=True))


def _filled(template: Pieces, values: Mapping[str, str], *, english: bool) -> str:
    written = ""
    for words, name, done in template:
        twice = written[-1:] in _ONCE and words.startswith(written[-1:])
        written += words[1:] if twice else words
        if name:
            written += _changed(values[name], done, english=english)
    return written


def _changed(value: str, done: tuple[str, ...], *, english: bool) -> str:
    for change in done:
        if change != "title" or english:
            value = CHANGES[change](value)
    return value


def _ordinary(value: str) -> bool:
    """Tell whether a value meets its neighbours at its last sign only, and has no markup that citeproc-py knows."""
    return bool(value) and value[0] not in _ONCE and not value[-1].isspace() and _NO_CASE not in value.lower()


def _date(issued: Mapping[str, Any], style: Style) -> dict[str, str] | None:
    """Give the parts of a date; None for spans, and for years that are written with an era."""
    if "literal" in issued:
        return {"words": issued["literal"]} if _ordinary(issued["literal"]) else None
    parts = issued.get("date-parts", ())
    if len(parts) != 1 or parts[0][0] < _FIRST_YEAR:
        return None
    values = dict(zip(("year", "month", "day"), map(str, parts[0]), strict=False))
    words = read_templates()[style.stem]["words"]
    if "season" in issued:
        values["season"] = words["season"][issued["season"] - 1]
    if "month" in values:
        month = parts[0][1] - 1
        values |= {"month": words["month"][month], "short-month": words["short-month"][month]}
    return values


def _names(authors: list[dict[str, str]], style: Style) -> str | None:
    """Write the authors; None for more than the templates know, and for names that only the processor can take."""
    kinds = [_AUTHOR_KINDS.get(tuple(sorted(author)), "") for author in authors]
    text = read_templates()[style.stem]["names"].get(" ".join(kinds))
    values = {f"{part} {place}": name for place, author in enumerate(authors) for part, name in author.items()}
    if text is None or not all(map(_ordinary, values.values())):
        return None
    # Between the parts of one name, the processor does not look at what meets.
    if any(name.endswith(",") for part, name in values.items() if not part.startswith("literal")):
        return None
    if any(not _has_initials(author["given"]) for author in authors if "given" in author):
        return None
    return _filled(_parsed(text), values, english=False)


def _has_initials(given: str) -> bool:
    """Tell whether each part of a given name begins with a capital; particles have no initial."""
    groups = _groups(given)
    return all(groups) and all(part[0].isupper() for group in groups for part in group)


def _initials(given: str, stop: str) -> str:
    return "-".join((stop.join(part[0] for part in group) + stop).strip() for group in _groups(given))


def _groups(given: str) -> list[list[str]]:
    return [group.replace(".", " ").split() for group in given.split("-")]


# Two of the styles ask for it, one after the other.
@lru_cache(maxsize=4)
def title_case(title: str) -> str:
    """Write a title in English capitals as citeproc-py does: words in small letters get one, but for the small ones."""
    words, before = [], ":"
    for word in title.split():
        raised = word.islower() and (word not in _SMALL or before in ":.")
        words.append(word[0].upper() + word[1:] if raised else word)
        before = word[-1]
    return " ".join(words)


CHANGES: dict[str, Callable[[str], str]] = {
    "inner-quotes": inner_quotes,
    "title": title_case,
    "capitalize-first": lambda text: text[0].upper() + text[1:],
    "initials": lambda given: _initials(given, "."),
    "spaced-initials": lambda given: _initials(given, ". "),
}
"""What a style does to a value, by the name that a template gives it."""
