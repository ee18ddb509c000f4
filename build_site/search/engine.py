"""Pagefind's program for the browser as a classic script, which a page opened from a folder may load too.

A browser loads no module and fetches no file from `file://`. So Pagefind's module is put into a function whose
parameter is how files are got: `overrides/assets/search/files.js` fetches them on the web, and takes them from
wrapped copies (`build_site.search.offline`) in a folder. Two things in the program are changed: asked for facets alone,
Pagefind loads every list of words, of which it then needs none; and it looks every 50 ms whether it has started.
"""

from __future__ import annotations

import re

from build_site.problem import machine_problem

ENGINE = "engine.js"
"""Name of the script in the folder of the index."""
_EXPORTS = re.compile(r"export\s*\{([^{}]*)\};?\s*$")
_ADDRESS = "import.meta.url"
_NEEDED = "createInstance"
_WORD_LISTS, _WAIT = "this.backend.request_indexes(ptr,term)", "asyncSleep(50)"
_CHANGES = {_ADDRESS: '""', _WORD_LISTS: f'filter_only?"[]":{_WORD_LISTS}', _WAIT: "asyncSleep(5)"}


def make_engine(module: str) -> str:
    """Wrap Pagefind's `pagefind.js`.

    Errors: a module that exports nothing, or not what is used here.
    """
    exports = _EXPORTS.search(module)
    known = exports is not None and _NEEDED in re.split(r"[\s,]+", exports.group(1))
    if exports is None or not known or not all(words in module for words in _CHANGES):
        hint = "install the version of pagefind that the project names"
        raise machine_problem("Pagefind's program for the browser has a form that is not known here", hint)
    body = module[: exports.start()]
    for words, instead in _CHANGES.items():
        body = body.replace(words, instead)
    return (
        "/* Pagefind (MIT licence, https://pagefind.app) in a function, made by build_site. */\n"
        "window.pressArchiveEngine = function (fetch) {\n"
        '"use strict";\n'
        f"const Worker = undefined;\n{body}\nreturn {_NEEDED};\n}};\n"
    )
