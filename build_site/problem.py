"""What is wrong, where it stands, and what to do about it: the project's only exception type."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Exit(IntEnum):
    """Exit status of `build-site`; anything else is a bug of ours and shows a traceback."""

    FINE = 0
    SEEDS = 1
    USAGE = 2
    MACHINE = 3


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file that a person can open in an editor."""

    path: str
    """POSIX path relative to the archive's root."""
    line: int = 0
    """1-based; 0 where the whole file is meant."""
    column: int = 0
    """1-based, counted in characters; 0 where the whole line is meant."""

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. Says what happened and why, then what to do."""

    position: Position | None
    """Where; None only for what concerns no file (the machine, the usage)."""
    message: str
    """One sentence without a full stop, naming the field first where there is one."""
    hint: str
    """What to do, in the imperative."""
    source_line: str = ""
    """The line at fault as it stands in the file, for the caret; empty where the whole file is meant."""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """File, line, column, message: the order in which problems are shown."""
        at = self.position or Position("")
        return (at.path, at.line, at.column, self.message)

    def __str__(self) -> str:
        """Write it in the form of design.md section 4: `path:line:column: message`, source line, caret, hint."""
        head = f"{self.position}: {self.message}" if self.position else self.message
        lines = [head]
        if self.position and self.source_line:
            lines.append(f"    {self.source_line}")
            if self.position.column:
                lines.append(" " * (3 + self.position.column) + "^")
        lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class ProblemsError(Exception):
    """Carries every problem that was found, never only the first."""

    def __init__(self, problems: Iterable[Problem], status: Exit = Exit.SEEDS) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.sort_key))
        self.status = status
        super().__init__("\n".join(map(str, self.problems)))


class Gathering:
    """Collects problems over many independent steps, so that one run reports them all."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    @contextmanager
    def step(self) -> Iterator[None]:
        """Run one step; a `ProblemsError` of the seeds is kept and the caller goes on to the next step."""
        try:
            yield
        except ProblemsError as error:
            if error.status is not Exit.SEEDS:
                raise
            self.found.extend(error.problems)

    def stop_if_any(self) -> None:
        """Raise `ProblemsError` with everything found so far, if there is anything."""
        if self.found:
            raise ProblemsError(self.found)


def problem(position: Position | None, message: str, hint: str, source_line: str = "") -> ProblemsError:
    """Make the exception for one problem of the seeds, ready to be raised."""
    return ProblemsError([Problem(position, message, hint, source_line)])


def machine_problem(message: str, hint: str) -> ProblemsError:
    """Make the exception for a failure that no edit of a seed would mend (exit status 3)."""
    return ProblemsError([Problem(None, message, hint)], Exit.MACHINE)
