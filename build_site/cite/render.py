"""A reference in a style: citeproc-py does the work on the part of the style that the reference needs."""

from __future__ import annotations

import html
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from citeproc import (  # type: ignore[import-untyped]  # citeproc-py has no types
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]  # citeproc-py has no types

from build_site.cite.specialise import Shape, specialise
from build_site.cite.styles import read_style

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_site.cite.styles import Style

_ITALIC, _END = "\ue000", "\ue001"
_UNKNOWN_LANGUAGE = "und"
# A full stop of the style is left out behind a title that ends a sentence by itself.
_DOUBLE_STOP = re.compile(rf"([?!…]{_END}?[”’]?)\.")
_INSIDE = re.compile(r"([”’]+)([.,])")
_DAY = ("year", "month", "day")


class _Italic(str):
    """Words in italics, between two characters that no text of ours has."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, f"{_ITALIC}{text}{_END}")


class _Formatter:
    """What citeproc-py asks of an output format. Nothing is escaped here; only italics are used by the four styles."""

    Italic = _Italic
    Oblique = _Italic
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = str

    @staticmethod
    def preformat(text: str) -> str:
        """Leave text as it is."""
        return text


@dataclass(frozen=True, slots=True)
class Rendered:
    """A reference as a reader copies it."""

    marked: str
    """Text in which two private characters stand around what is in italics."""

    @property
    def plain(self) -> str:
        """The words alone."""
        return self.marked.replace(_ITALIC, "").replace(_END, "")

    @property
    def html(self) -> str:
        """HTML; everything but the italics is escaped."""
        return self.written(lambda text: html.escape(text, quote=False), "<i>", "</i>")

    def written(self, escape: Callable[[str], str], italic: str, end: str) -> str:
        """Escape the text, and write `italic` and `end` around what is in italics."""
        return escape(self.marked).replace(_ITALIC, italic).replace(_END, end)


def render(item: Mapping[str, Any], style: Style) -> Rendered:
    """Write a reference (a CSL-JSON item) in a style."""
    american = style.locale == "en-US"
    needed = _needed(style, _shape(item))
    reference = {**item, "id": "item", "language": item.get("language", _UNKNOWN_LANGUAGE)}
    if american and needed.quotes:
        reference["title"] = reference["title"].translate({0x201C: "‘", 0x201D: "’"})
    bibliography = CitationStylesBibliography(needed.style, CiteProcJSON([reference]), _Formatter)
    bibliography.register(Citation([CitationItem("item")]))
    return Rendered(_punctuated(str(bibliography.bibliography()[0]), american=american))


def _punctuated(text: str, *, american: bool) -> str:
    """Do what citeproc-py does not: no stop after `?`, and the American way of full stops and commas within quotes."""
    text = _DOUBLE_STOP.sub(r"\1", " ".join(text.split()))
    return _INSIDE.sub(r"\2\1", text) if american else text


@dataclass(frozen=True, slots=True)
class _Needed:
    style: Any
    quotes: bool


@cache
def _needed(style: Style, shape: Shape) -> _Needed:
    part = specialise(read_style(style.stem), shape)
    read = CitationStylesStyle(io.BytesIO(ET.tostring(part)), locale=style.locale, validate=False)
    return _Needed(read, any(node.get("quotes") == "true" for node in part.iter()))


def _shape(item: Mapping[str, Any]) -> Shape:
    issued = item.get("issued", {})
    present = frozenset(name for name, value in item.items() if value and name not in ("id", "type", "language"))
    parts = set(_DAY[: len(issued.get("date-parts", [[0]])[0])]) if issued else set()
    if "season" in issued:
        parts |= {"month", "season"}
    return Shape(present, frozenset(parts), bool(issued.get("circa")))
