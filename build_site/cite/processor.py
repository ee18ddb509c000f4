"""A reference in a style, made by citeproc-py on the part of the style that the reference needs."""

from __future__ import annotations

import io
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

from build_site.cite.model import END, ITALIC, UNKNOWN_LANGUAGE, inner_quotes, shape_of
from build_site.cite.specialise import specialise
from build_site.cite.styles import read_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_site.cite.model import Shape
    from build_site.cite.styles import Style


class _Italic(str):
    """Words in italics, between two characters that no text of ours has."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, f"{ITALIC}{text}{END}")


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
class Needed:
    """The part of a style that references of one shape need."""

    part: ET.Element
    """The part, as XML."""
    style: Any
    """The same, as citeproc-py reads it."""
    quotes: bool
    """True where the style puts quotation marks around something."""


def process(item: Mapping[str, Any], style: Style) -> str:
    """Write a reference (a CSL-JSON item) in a style, with `ITALIC` and `END` around what is in italics."""
    needed = needed_for(style, shape_of(item))
    reference = dict(item)
    if style.american and needed.quotes:
        reference["title"] = inner_quotes(reference["title"])
    return str(bibliography(reference, needed).bibliography()[0])


def bibliography(item: Mapping[str, Any], needed: Needed) -> Any:  # noqa: ANN401 - citeproc-py has no types
    """Give citeproc-py's bibliography of one reference."""
    reference = {**item, "id": "item", "language": item.get("language", UNKNOWN_LANGUAGE)}
    made = CitationStylesBibliography(needed.style, CiteProcJSON([reference]), _Formatter)
    made.register(Citation([CitationItem("item")]))
    return made


@cache
def needed_for(style: Style, shape: Shape) -> Needed:
    """Reduce a style to what references of a shape need."""
    part = specialise(read_style(style.stem), shape)
    read = CitationStylesStyle(io.BytesIO(ET.tostring(part)), locale=style.locale, validate=False)
    return Needed(part, read, any(node.get("quotes") == "true" for node in part.iter()))
