"""The packaged CSL styles, as their project publishes them (NOTICE names source and licence)."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style."""

    name: str
    """Name that readers know."""
    stem: str
    """Stem of its file."""
    locale: str = "en-US"
    """Language of its words, dates and quotation marks."""

    @property
    def american(self) -> bool:
        """True where full stops and commas stand within quotation marks."""
        return self.locale == "en-US"


STYLES = (
    Style("APA", "apa"),
    Style("MLA", "modern-language-association"),
    Style("Chicago", "chicago-notes-bibliography"),
    Style("Harvard", "harvard-cite-them-right", "en-GB"),
)
"""The styles in which an article is cited."""


@cache
def read_templates() -> dict[str, Any]:
    """Read what `tools/make_citation_templates.py` made of the styles."""
    read: dict[str, Any] = json.loads(files("build_site.cite.styles").joinpath("templates.json").read_bytes())
    return read


@cache
def read_style(stem: str) -> ET.Element:
    """Read a style."""
    packaged = files("build_site.cite.styles").joinpath(f"{stem}.csl")
    return ET.fromstring(packaged.read_bytes())  # noqa: S314 - a packaged file of ours
