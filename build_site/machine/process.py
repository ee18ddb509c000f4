"""The only module that starts another program."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


# What programs in Python and in Rust print where a disk, a quota or a limit on files leaves no room.
_NO_ROOM = re.compile(r"\[Errno (?:27|28|69|122)\]|\(os error (?:27|28|69|122)\)|No space left on device")


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that has ended."""

    status: int
    """Exit status; 0 is success."""
    output: str
    """What it printed on standard output and standard error, in the order in which it came."""

    @property
    def no_room(self) -> bool:
        """Tell whether it failed because there was no room left to write."""
        return self.status != 0 and _NO_ROOM.search(self.output) is not None


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
