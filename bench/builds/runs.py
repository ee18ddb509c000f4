"""Run programs one after the other and measure wall time, processor time and memory."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

_EVERY = 0.1
"""Seconds between two looks at the memory."""
_SETTINGS = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "CI": "true",
    "TZ": "UTC",
    # Programs are compiled once, as where they are installed; a machine that forbids it compiles them at each start.
    "PYTHONDONTWRITEBYTECODE": "",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a program, or several one after the other, took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, user and system, of every process that was started."""
    memory: float
    """Most memory at one time, MB: the proportional set sizes of all its processes, looked at ten times a second."""

    def __add__(self, other: Self) -> Run:
        """Give what both take when one follows the other."""
        return Run(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a program in a folder. Errors: `RuntimeError` with what it said, where it fails."""
    with (folder / "bench.log").open("w+b") as log:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - the commands of this benchmark
            list(command), cwd=folder, env={**os.environ, **_SETTINGS}, stdout=log, stderr=log
        )
        watch = _Watch(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        memory = watch.end()
        if status:
            log.seek(0)
            raise RuntimeError(f"{' '.join(map(str, command))}: {log.read().decode('utf-8', 'replace')[-2000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, max(memory, 0.0))


class _Watch:
    """Looks at the memory of a process and its descendants until it is told to end."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            self._most = max(self._most, sum(map(_memory, _tree(self._process))))

    def end(self) -> float:
        self._over.set()
        self._thread.join()
        return self._most


def _tree(process: int) -> list[int]:
    found = [process]
    for parent in found:
        found += _children(parent)
    return found


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text("ascii").split()]
    except OSError:  # it has ended in the meantime
        return []


def _memory(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
