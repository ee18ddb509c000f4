"""Make `build_site/cite/styles/templates.json` with citeproc-py. Run it after a change of a style or of citeproc-py.

    .venv/bin/python -m tools.make_citation_templates

For every shape that a reference of ours has, the processor writes one reference whose values are marks that no style
has; each mark then becomes the name of a value in braces, with what the style does to it. `tests/unit/
test_cite_templates.py` holds the file against what this module makes and against the processor.
"""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_site.cite.model import Shape, shape_of
from build_site.cite.processor import bibliography, needed_for, process
from build_site.cite.specialise import CSL
from build_site.cite.styles import STYLES
from build_site.cite.templates import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.cite.styles import Style

OUT = Path(__file__).resolve().parent.parent / "build_site" / "cite" / "styles" / "templates.json"
ALWAYS = ("archive", "archive_location", "title")
"""Variables that every reference of ours has."""
_WORDS = "\U000f3000"
DATES: tuple[dict[str, Any], ...] = (
    {"date-parts": [[7777]]},
    {"date-parts": [[7777, 4]]},
    {"date-parts": [[7777, 4, 29]]},
    {"date-parts": [[7777]], "season": 1},
    {"literal": _WORDS},
)
"""A date of each kind; 7777 and 29 stand for any year and day, April and spring for any month and season."""
KINDS = ("body", "person", "suffixed")
"""Kinds of authors: a name that stays whole, given and family name, and the same with a suffix."""
MOST_AUTHORS = 3
# Private characters stand for values; capitals of the Deseret alphabet begin given names, which must have capitals.
_MARKS = dict(zip((*ALWAYS, "container-title", "author", "URL"), map(chr, range(0xF0000, 0xF0010)), strict=False))
_CAPITALS = [(chr(0x10400 + 2 * place), chr(0x10401 + 2 * place)) for place in range(MOST_AUTHORS)]


def made() -> str:
    """Give the content of the file."""
    styles = {style.stem: _of_style(style) for style in STYLES}
    return json.dumps(styles, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def items() -> Iterator[dict[str, Any]]:
    """Give a reference of each shape, with marks for its values."""
    either = (True, False)
    for author, container, url, date, uncertain in product(either, either, either, (None, *DATES), either):
        if date is None and uncertain:
            continue
        item: dict[str, Any] = {"type": "article-newspaper", "language": "en"}
        item |= {name: _MARKS[name] for name in ALWAYS}
        item |= {"container-title": _MARKS["container-title"]} if container else {}
        item |= {"URL": _MARKS["URL"]} if url else {}
        item |= {"author": [{"literal": _MARKS["author"]}]} if author else {}
        item |= {"issued": {**date, **({"circa": True} if uncertain else {})}} if date else {}
        yield item


def _of_style(style: Style) -> dict[str, Any]:
    references = {key_of(shape_of(item)): _reference(item, style) for item in items()}
    return {"references": references, "names": dict(_names(style)), "words": _words(style)}


def _reference(item: dict[str, Any], style: Style) -> str:
    text = process(item, style)
    changes = _changes(shape_of(item), style)
    for name, mark in _MARKS.items():
        text = text.replace(mark, f"{{{'|'.join([name, *changes.get(name, [])])}}}")
    words = _words(style)
    months = {words[form][3]: form for form in ("short-month", "month")}
    texts = {"7777": "year", "29": "day", _WORDS: "words", **(months if "season" not in item.get("issued", {}) else {})}
    for written, name in {**texts, words["season"][0]: "season"}.items():
        text = text.replace(written, f"{{{name}}}")
    return text


def _changes(shape: Shape, style: Style) -> dict[str, list[str]]:
    """Tell what a style does to each variable before it stands in the text."""
    needed = needed_for(style, shape)
    found: dict[str, list[str]] = {}
    for node in needed.part.iter(f"{CSL}text"):
        name, case = node.get("variable", ""), node.get("text-case", "")
        inner = ["inner-quotes"] if name == "title" and style.american and needed.quotes else []
        changes = inner + ([case] if case else [])
        if found.setdefault(name, changes) != changes and name:
            raise ValueError(f"{style.name} writes {name} in two ways")
    return found


def _names(style: Style) -> Iterator[tuple[str, str]]:
    for count in range(1, MOST_AUTHORS + 1):
        for kinds in product(KINDS, repeat=count):
            yield " ".join(kinds), _name_template(kinds, style)


def _name_template(kinds: tuple[str, ...], style: Style) -> str:
    """Have the processor write names alone, and put the names of their parts for the marks."""
    item = {**next(items()), "author": [_author(kind, place) for place, kind in enumerate(kinds)]}
    made = bibliography(item, needed_for(style, shape_of(item)))
    node = next(made.style.root.iter(f"{CSL}names"))
    text = str(node.name.process(made.items[0], "author", context=node))
    for place, (first, second) in enumerate(_CAPITALS):
        text = text.replace(f"{first}. {second}.", f"{{given {place}|spaced-initials}}")
        text = text.replace(f"{first}.{second}.", f"{{given {place}|initials}}")
        text = text.replace(_given(place), f"{{given {place}}}")
        for part in ("literal", "family", "suffix"):
            text = text.replace(_mark(part, place), f"{{{part} {place}}}")
    return text


def _author(kind: str, place: int) -> dict[str, str]:
    if kind == "body":
        return {"literal": _mark("literal", place)}
    name = {"family": _mark("family", place), "given": _given(place)}
    return name | ({"suffix": _mark("suffix", place)} if kind == "suffixed" else {})


def _given(place: int) -> str:
    first, second = _CAPITALS[place]
    return f"{first}{_mark('given', place)} {second}{_mark('given', place)}"


def _mark(part: str, place: int) -> str:
    return chr(0xF1000 + 16 * place + ("literal", "family", "suffix", "given").index(part))


def _words(style: Style) -> dict[str, list[str]]:
    item = next(items())
    root = bibliography(item, needed_for(style, shape_of(item))).style.root
    long = [str(root.get_single_term(name=f"month-{month:02}")) for month in range(1, 13)]
    short = [str(root.get_single_term(name=f"month-{month:02}", form="short")) for month in range(1, 13)]
    seasons = [str(root.get_single_term(name=f"season-{season:02}")) for season in range(1, 5)]
    return {"month": long, "short-month": short, "season": seasons}


if __name__ == "__main__":
    OUT.write_text(made(), "utf-8")
