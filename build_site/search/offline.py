"""The index for a copy that is opened from a folder: each file as a script that hands over its bytes."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from build_site.search.engine import ENGINE

if TYPE_CHECKING:
    from collections.abc import Mapping


def offline_bundle(index: Mapping[str, bytes]) -> dict[str, bytes]:
    """Turn the index of the web edition (path under `search/index/` → content) into that of an offline copy.

    A page opened from `file://` may not fetch, but it may load scripts. `engine.js` stays; every other file becomes
    `<path>.js`, a call of `pressArchiveFile(path, base64)`. None of these belongs into the web edition.
    """
    return dict(offline_file(path, data) for path, data in sorted(index.items()))


def offline_file(path: str, data: bytes) -> tuple[str, bytes]:
    """Do it for one file; return its path and content in an offline copy."""
    return (path, data) if path == ENGINE else (f"{path}.js", _script(path, data))


def _script(path: str, data: bytes) -> bytes:
    return f'pressArchiveFile({json.dumps(path)}, "{base64.b64encode(data).decode()}");\n'.encode()
