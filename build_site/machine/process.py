"""The only module that starts another program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from typing import IO, TYPE_CHECKING

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path


# What programs in Python and in Rust print where a disk, a quota or a limit on files leaves no room.
_NO_ROOM = re.compile(r"\[Errno (?:27|28|69|122)\]|\(os error (?:27|28|69|122)\)|No space left on device")


_CHUNK = 1 << 16


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


@contextmanager
def standing_by(
    program: str, arguments: Sequence[str], loaded: Sequence[str], folder: Path, settings: Mapping[str, str]
) -> Iterator[Callable[[], Callable[[], Finished]]]:
    """Start `python -m program`, which loads the modules `loaded` and waits.

    What is given lets it run, and gives what waits for its end. Where it was not let run, or nobody waited, it is ended
    with the `with` block. `settings` are added to the environment.
    """
    command = [sys.executable, "-m", "build_site.machine.standby", ",".join(loaded), program, *arguments]
    started = subprocess.Popen(  # noqa: S603 - as above
        command,
        cwd=folder,
        env={**os.environ, **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )

    def let_run() -> Callable[[], Finished]:
        assert started.stdin  # noqa: S101 - as Popen was told
        _send(started.stdin, b"\n")
        return finish

    def finish() -> Finished:
        said, _ = started.communicate()
        return Finished(started.returncode, said.decode("utf-8", "replace"))

    with started:
        try:
            yield let_run
        finally:
            started.kill()


def converse(command: Sequence[str], folder: Path, sent: bytes, answers: int, end: bytes) -> Finished:
    """Run a program in `folder` that answers what is sent, and ends when nothing more can come.

    It is read until so many answers, each ended by `end`, have come. A program that ends sooner has said all it says.
    """
    try:
        program = subprocess.Popen(  # noqa: S603 - as above
            list(command), cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError as error:
        raise machine_problem(f"cannot start {command[0]}: {error.strerror}", "run the set-up again") from None
    assert program.stdin  # noqa: S101 - as Popen was told
    assert program.stdout  # noqa: S101 - as Popen was told
    said = bytearray()
    # Beside the reading: neither side waits for a pipe that the other does not empty.
    writer = Thread(target=_send, args=(program.stdin, sent))
    writer.start()
    while answers > 0 and (more := os.read(program.stdout.fileno(), _CHUNK)):
        answers -= more.count(end)
        said += more
    writer.join()
    with suppress(BrokenPipeError):
        program.stdin.close()
    program.stdout.close()
    return Finished(program.wait(), said.decode("utf-8", "replace"))


def _send(pipe: IO[bytes], sent: bytes) -> None:
    # A program that ended before it heard everything says why.
    with suppress(BrokenPipeError):
        pipe.write(sent)
        pipe.flush()
