"""A reference in a style: from a template where one fits, else by citeproc-py itself."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_site.cite.model import END, ITALIC
from build_site.cite.templates import Reference, fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_site.cite.styles import Style

# A full stop of the style is left out behind a title that ends a sentence by itself.
_DOUBLE_STOP = re.compile(rf"([?!…]{END}?[”’]?)\.")
_INSIDE = re.compile(r"([”’]+)([.,])")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A reference as a reader copies it."""

    marked: str
    """Text in which two private characters stand around what is in italics."""

    @property
    def plain(self) -> str:
        """The words alone."""
        return self.marked.replace(ITALIC, "").replace(END, "")

    @property
    def html(self) -> str:
        """HTML; everything but the italics is escaped."""
        return html.escape(self.marked, quote=False).replace(ITALIC, "<i>").replace(END, "</i>")


def render(item: Mapping[str, Any], *styles: Style) -> list[Rendered]:
    """Write a reference (a CSL-JSON item) in each style."""
    reference = Reference.of(item)
    return [_rendered(reference, style) for style in styles]


def _rendered(reference: Reference, style: Style) -> Rendered:
    written = fill(reference, style)
    if written is None:
        written = _processed(reference.item, style)
    return Rendered(_punctuated(written, american=style.american))


def _processed(item: Mapping[str, Any], style: Style) -> str:
    # citeproc-py takes a while to load, and few references need it.
    from build_site.cite.processor import process  # noqa: PLC0415 - see the line above

    return process(item, style)


def _punctuated(text: str, *, american: bool) -> str:
    """Do what citeproc-py does not: no stop after `?`, and the American way of full stops and commas within quotes."""
    text = _DOUBLE_STOP.sub(r"\1", " ".join(text.split()))
    return _INSIDE.sub(r"\2\1", text) if american else text
