"""The only module that prints."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from build_site.problem import Exit, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from build_site.problem import Problem

_STYLES = {Severity.ERROR: "bold red", Severity.NOTICE: "yellow"}


class Mark(Enum):
    """How a run of characters is set off: the style on a terminal, and what stands around it without colours."""

    PLAIN = ("", "", "")
    FAINT = ("dim", "", "")
    HEADING = ("bold", "", "")
    NAME = ("bold green", "[", "]")
    HELD = ("bold black on yellow", "[?", "?]")
    EVIDENCE = ("underline cyan", "{", "}")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters that are set off in one way."""

    text: str
    """The characters, without line ends."""
    mark: Mark = Mark.PLAIN
    """How."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with a label in the margin."""

    label: str
    """What stands in the margin."""
    spans: tuple[Span, ...]
    """The line."""


def terminal() -> Console | None:
    """Give the console on standard error where that is a terminal; None where it is a pipe or a file."""
    console = _console(stderr=True) if _may_be_terminal() else None
    return console if console and console.is_terminal else None


def _may_be_terminal() -> bool:
    """Tell whether rich could take standard error for a terminal; loading rich to ask takes a tenth of a second."""
    return sys.stderr.isatty() or bool({"FORCE_COLOR", "TTY_COMPATIBLE"} & os.environ.keys())


def _console(*, stderr: bool = False, soft_wrap: bool = False) -> Console:
    from rich.console import Console  # noqa: PLC0415 - takes a tenth of a second to load, and few runs print with it

    return Console(stderr=stderr, soft_wrap=soft_wrap, highlight=False)


def say(line: str) -> None:
    """Print one line of result on standard output."""
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough (`| head`). Nothing more can be written, not even at the end of Python.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.FINE)


def show(lines: str) -> None:
    """Print what goes beside the result on standard error."""
    sys.stderr.write(f"{lines}\n")
    sys.stderr.flush()


def read_input() -> bytes:
    """Read standard input to its end."""
    return sys.stdin.buffer.read()


def show_rows(rows: Iterable[Row]) -> None:
    """Print lines with their labels: coloured and wrapped on a terminal; elsewhere with marks around the words."""
    from rich.table import Table  # noqa: PLC0415 - see `_console`
    from rich.text import Text as Styled  # noqa: PLC0415 - see `_console`

    console = _console()
    listed = list(rows)
    if console.is_terminal and not console.no_color:
        table = Table.grid(padding=(0, 1))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for row in listed:
            table.add_row(Styled(row.label), Styled.assemble(*((span.text, span.mark.value[0]) for span in row.spans)))
        console.print(table)
        return
    width = max((len(row.label) for row in listed), default=0)
    for row in listed:
        marked = "".join(f"{span.mark.value[1]}{span.text}{span.mark.value[2]}" for span in row.spans)
        say(f"{row.label:{width}}  {marked}".rstrip())


def show_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error; the words are the same with and without colour."""
    found = list(problems)
    if not found:
        return
    from rich.text import Text as Styled  # noqa: PLC0415 - see `_console`

    console = _console(stderr=True, soft_wrap=True)
    for item in found:
        if not console.is_terminal:
            # The same words as below; hundreds of them cost a tenth of the time.
            sys.stderr.write(Styled(f"{item}\n\n").plain.expandtabs())
            continue
        head, _, rest = str(item).partition("\n")
        console.print(Styled(head, style=_STYLES[item.severity]))
        console.print(Styled(f"{rest}\n"))
