"""`build-site serve` as a process of its own, read line by line."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from queue import Empty, Queue
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 300
"""Seconds after which what does not come is taken for a fault. Nothing is asserted about how soon it comes."""


class Preview:
    """A running preview."""

    def __init__(self, lines: Queue[str]) -> None:
        self._lines = lines
        self.address = self.line("Preview: ").split()[0]

    def line(self, start: str) -> str:
        """Wait for a line that begins with `start`, and give the rest of it."""
        while True:
            found = self._lines.get(timeout=PATIENCE)
            if found.startswith(start):
                return found.removeprefix(start)

    def lines_within(self, seconds: float) -> list[str]:
        """Give the lines that come within some seconds."""
        found = []
        try:
            while True:
                found.append(self._lines.get(timeout=seconds))
        except Empty:
            return found


@contextmanager
def previewing(root: Path) -> Iterator[Preview]:
    """Start the preview of an archive, and stop it as Ctrl+C does."""
    command = [sys.executable, "-u", "-m", "build_site", "serve", "--port", "0", "--root", str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        lines: Queue[str] = Queue()
        reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
        reader.start()
        try:
            yield Preview(lines)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
            finally:
                # What it is read from is closed next, and no reader may find it closed.
                reader.join(PATIENCE)


def _read(stream: IO[str], lines: Queue[str]) -> None:
    for line in stream:
        lines.put(line.rstrip("\n"))


def save(path: Path, text: str) -> None:
    """Write a file as many editors do, beside it and then renamed: the preview never finds half of it."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    beside.replace(path)
