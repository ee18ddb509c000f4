"""A Python program that is loaded before it is needed: it waits for a line on its standard input, then it runs.

`python -m build_site.machine.standby MODULES PROGRAM ARGUMENT…` imports the modules (their names with commas between),
and goes on as `python -m PROGRAM ARGUMENT…` when the line comes. Where the input ends first, nobody needs it any more.
"""

from __future__ import annotations

import runpy
import sys
from importlib import import_module


def main() -> None:
    """Load, wait, and be the program."""
    _, modules, program, *arguments = sys.argv
    for module in modules.split(","):
        import_module(module)
    if sys.stdin.readline():
        sys.argv = [program, *arguments]
        runpy.run_module(program, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
