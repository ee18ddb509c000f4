"""The only module that measures time: it shows what takes its time, and afterwards where the time went.

Nothing that is made depends on what is measured here.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.machine.console import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.status import Status

SOON = 2.0
"""Seconds after which rate and time left are shown."""
_EVERY = 0.2
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a run."""

    name: str
    """What was done."""
    seconds: float
    """How long it took."""


class _Run:
    """What is known of the run of this process."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self.status: Status | None = None
        self.on = ""


_run = _Run()


@contextmanager
def working(on: str) -> Iterator[None]:
    """Show on a terminal what takes its time; a pipe, a file and CI see nothing of it."""
    console = None if os.environ.get("CI") else terminal()
    if console is None:
        yield
        return
    with console.status(on) as status:
        _run.status, _run.on = status, on
        try:
            yield
        finally:
            _run.status = None


def counter(total: int) -> Callable[[int], None]:
    """Make a function that is told how many of `total` items are done.

    Where somebody watches for long enough, it shows how many there were, how fast, and what is left.
    """
    began = shown = time.perf_counter()

    def tell(done: int) -> None:
        nonlocal shown
        now = time.perf_counter()
        if _run.status and now - began > SOON and now - shown > _EVERY:
            shown = now
            _run.status.update(pace(_run.on, done, total, now - began))

    return tell


def pace(on: str, done: int, total: int, seconds: float) -> str:
    """Say how far a piece of work is: `Writing the pages: 1,200 of 5,000, 400 a second, 10 s left`."""
    left = round((total - done) * seconds / done)
    words = f"{left // _MINUTE} min {left % _MINUTE} s" if left >= _MINUTE else f"{left} s"
    return f"{on}: {done:,} of {total:,}, {done / seconds:,.0f} a second, {words} left"


@contextmanager
def measured(name: str) -> Iterator[None]:
    """Note how long a part of the run took; what comes again under one name is added."""
    began = time.perf_counter()
    try:
        yield
    finally:
        _run.parts[name] = _run.parts.get(name, 0.0) + time.perf_counter() - began


def parts() -> tuple[Part, ...]:
    """Give what was measured since the last time that this was asked, and forget it."""
    found, _run.parts = _run.parts, {}
    return tuple(Part(name, seconds) for name, seconds in found.items())


def table(found: Iterable[Part]) -> str:
    """Write parts as lines, each with its seconds."""
    listed = list(found)
    width = max((len(part.name) for part in listed), default=0)
    return "\n".join(f"{part.name:{width}}  {part.seconds:8.2f} s" for part in listed)
