"""The only module that prints."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text as Styled

from build_site.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.problem import Problem

_STYLES = {Severity.ERROR: "bold red", Severity.NOTICE: "yellow"}


def say(line: str) -> None:
    """Print one line of result on standard output."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def read_input() -> bytes:
    """Read standard input to its end."""
    return sys.stdin.buffer.read()


def show_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error; the words are the same with and without colour."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for item in problems:
        head, _, rest = str(item).partition("\n")
        console.print(Styled(head, style=_STYLES[item.severity]))
        console.print(Styled(f"{rest}\n"))
