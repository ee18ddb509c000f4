"""JSON for people to read: each value on a line of its own.

The result is that of `json.dumps(value, ensure_ascii=False, indent=1)`, which is slow: it gives up the standard
library's fast encoder as soon as an indentation is asked for. An archive has several such files an article.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any


def indented(value: Any, line: str = "\n") -> str:  # noqa: ANN401 - whatever JSON can say
    """Write a value with keys that are strings; `line` is the line end with the indentation of what encloses it."""
    if isinstance(value, str):
        return encode_basestring(value)
    if not value or not isinstance(value, (dict, list, tuple)):
        return json.dumps(value)
    inner = f"{line} "
    if isinstance(value, dict):
        items = [
            # Most values are strings: a call for each would take as long as writing them.
            f"{encode_basestring(key)}: {encode_basestring(item) if type(item) is str else indented(item, inner)}"
            for key, item in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}"
    return f"[{inner}{f',{inner}'.join([indented(item, inner) for item in value])}{line}]"
