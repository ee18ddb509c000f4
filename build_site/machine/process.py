"""The only module that starts another program."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that has ended."""

    status: int
    """Exit status; 0 is success."""
    output: str
    """What it printed on standard output and standard error, in the order in which it came."""


def run(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Finished:
    """Run `command` in `folder` with `settings` added to the environment, and wait for its end."""
    try:
        done = subprocess.run(  # noqa: S603 - the command is ours; nothing of a seed is in it
            list(command),
            cwd=folder,
            env={**os.environ, **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        raise machine_problem(f"cannot start {command[0]}: {error.strerror}", "run the set-up again") from None
    return Finished(done.returncode, done.stdout.decode("utf-8", "replace"))
