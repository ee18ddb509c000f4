"""Metadata of a page as plain values, for its front matter; the template prints them escaped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Metadata:
    """What stands in the head of a page."""

    names: tuple[tuple[str, str], ...] = ()
    """`<meta name content>`, in order; a name may come twice."""
    properties: tuple[tuple[str, str], ...] = ()
    """`<meta property content>` of Open Graph."""
    graph: tuple[dict[str, Any], ...] = ()
    """Things of schema.org, for one JSON-LD script."""
    files: tuple[tuple[str, str, str, str], ...] = ()
    """Files that say the same in another form: relation, media type, title, path under the site."""

    def front_matter(self) -> dict[str, Any]:
        """Write the value of the key `metadata`: lists of strings, JSON-LD as one string, nothing empty."""
        values: dict[str, Any] = {
            "names": [list(pair) for pair in self.names if pair[1]],
            "properties": [list(pair) for pair in self.properties if pair[1]],
            "files": [list(file) for file in self.files],
        }
        if self.graph:
            values["json_ld"] = _script({"@context": "https://schema.org", "@graph": list(self.graph)})
        return {name: value for name, value in values.items() if value}


# Made once: `json.dumps` would make an encoder for each page.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _script(value: dict[str, Any]) -> str:
    """Write JSON that can stand in a script of a page: no character of it ends the script or begins a comment."""
    text = _encode(value)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
