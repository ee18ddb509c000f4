"""What is wrong, where it stands, and what to do about it: the project's only exception type."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType


class Exit(IntEnum):
    """Exit status of `build-site`; anything else is a bug of ours and shows a traceback."""

    FINE = 0
    SEEDS = 1
    USAGE = 2
    MACHINE = 3


class Severity(StrEnum):
    """Whether a problem stops the run."""

    ERROR = "error"
    NOTICE = "notice"


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
    severity: Severity = Severity.ERROR
    """Errors stop the run; a notice is shown and the run goes on."""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """File, line, column, message: the order in which problems are shown."""
        at = self.position or Position("")
        return (at.path, at.line, at.column, self.message)

    def __str__(self) -> str:
        """Write it in the form of design.md section 4: `path:line:column: message`, source line, caret, hint."""
        word = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        head = f"{self.position}: {word}{self.message}" if self.position else f"{word}{self.message}"
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

    def __reduce__(self) -> tuple[type[ProblemsError], tuple[tuple[Problem, ...], Exit]]:
        """Say how it is made again where it comes from another process."""
        return ProblemsError, (self.problems, self.status)


class Step:
    """The steps of a `Gathering`, one after the other. A class of its own, because a build takes thousands of them."""

    __slots__ = ("_found",)

    def __init__(self, found: list[Problem]) -> None:
        self._found = found

    def __enter__(self) -> None:
        """Begin the step."""

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> bool:
        """Keep what a `ProblemsError` of the seeds says, and go on."""
        if not isinstance(error, ProblemsError) or error.status is not Exit.SEEDS:
            return False
        self._found.extend(error.problems)
        return True


class Gathering:
    """Collects problems over many independent steps, so that one run reports them all."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self._step = Step(self.found)

    def step(self) -> Step:
        """Run one step; a `ProblemsError` of the seeds is kept and the caller goes on to the next step."""
        return self._step

    def stop_if_any(self) -> None:
        """Raise `ProblemsError` with everything found so far, if there is an error among it."""
        if any(item.severity is Severity.ERROR for item in self.found):
            raise ProblemsError(self.found)


def problem(position: Position | None, message: str, hint: str) -> ProblemsError:
    """Make the exception for one problem of the seeds, ready to be raised."""
    return ProblemsError([Problem(position, message, hint)])


def with_source_lines(problems: Iterable[Problem], lines: Mapping[str, list[str]]) -> tuple[Problem, ...]:
    """Fill in the line at fault of each problem from `lines` (path → the file's lines)."""
    return tuple(replace(item, source_line=_line_at(item.position, lines)) for item in problems)


def _line_at(position: Position | None, lines: Mapping[str, list[str]]) -> str:
    if position is None or not position.line:
        return ""
    of_file = lines.get(position.path, [])
    return of_file[position.line - 1] if position.line <= len(of_file) else ""


def machine_problem(message: str, hint: str) -> ProblemsError:
    """Make the exception for a failure that no edit of a seed would mend (exit status 3)."""
    return ProblemsError([Problem(None, message, hint)], Exit.MACHINE)
