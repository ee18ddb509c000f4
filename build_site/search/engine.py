"""Pagefind's program for the browser as a classic script, which a page opened from a folder may load too.

A browser loads no module and fetches no file from `file://`. So Pagefind's module is put into a function whose
parameter is how files are got: `overrides/assets/search/files.js` fetches them on the web, and takes them from
wrapped copies (`build_site.search.offline`) in a folder. The program itself is left as it is.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGINE = "engine.js"
"""Name of the script in the folder of the index."""
_EXPORTS = re.compile(r"export\s*\{([^{}]*)\};?\s*$")
_ADDRESS = "import.meta.url"
_NEEDED = "createInstance"


def make_engine(module: str, parts: Sequence[str]) -> str:
    """Wrap Pagefind's `pagefind.js`; `parts` are the folders of the indexes that make up the whole.

    Errors: a module that exports nothing, or not what is used here.
    """
    exports = _EXPORTS.search(module)
    if exports is None or _NEEDED not in re.split(r"[\s,]+", exports.group(1)):
        hint = "install the version of pagefind that the project names"
        raise machine_problem("Pagefind's program for the browser has a form that is not known here", hint)
    body = module[: exports.start()].replace(_ADDRESS, '""')
    return (
        "/* Pagefind (MIT licence, https://pagefind.app) in a function, made by build_site. */\n"
        f"window.pressArchiveEngine = {{ parts: {json.dumps(list(parts))}, start: function (fetch) {{\n"
        '"use strict";\n'
        f"const Worker = undefined;\n{body}\nreturn {_NEEDED};\n}} }};\n"
    )
