"""The only module that forks: work shared by processes that begin with all that this one holds in memory."""

from __future__ import annotations

import gc
import os
import pickle
import sys
from typing import TYPE_CHECKING, TypeVar

from build_site.machine.workers import processors
from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 48
"""Items from which a second process is worth its start."""
MOST = 4
"""Most processes; more would mostly wait for the disk."""
_CHUNK = 16


def share(work: Callable[[Item], Result], items: Sequence[Item], first: Callable[[], None]) -> list[Result]:
    """Give `work(item)` for each item, in the order of the items; `first` runs in this process while others work.

    Where there is one processor, little to do or no fork, all of it happens here. Results come back pickled.
    """
    others = min(processors(), MOST) - 1 if len(items) >= ENOUGH and hasattr(os, "fork") else 0
    if others < 1:
        first()
        return [work(item) for item in items]
    chunks = range(-(-len(items) // _CHUNK))
    taken, given = os.pipe()
    gc.collect()
    # What exists now is not looked at again by a collection, so that processes go on sharing it.
    gc.freeze()
    sys.stdout.flush()
    sys.stderr.flush()
    pipes = [_start(lambda: _work(work, items, taken), (given,)) for _ in range(others)]
    # A pipe holds 64 KiB at least, so this never waits: two bytes for 16 items.
    for number in chunks:
        os.write(given, number.to_bytes(2, "big"))
    os.close(given)
    first()
    done = _work(work, items, taken)
    os.close(taken)
    for child, pipe in pipes:
        done |= _result(child, pipe)
    gc.unfreeze()
    return [result for number in chunks for result in done[number]]


def _work(work: Callable[[Item], Result], items: Sequence[Item], taken: int) -> dict[int, list[Result]]:
    """Take numbers of chunks from the pipe until there are no more."""
    done = {}
    while number := os.read(taken, 2):
        start = int.from_bytes(number, "big") * _CHUNK
        done[start // _CHUNK] = [work(item) for item in items[start : start + _CHUNK]]
    return done


def _start(work: Callable[[], object], closed: Sequence[int]) -> tuple[int, int]:
    """Start a process that does `work`; give its id and the pipe in which it writes what came out."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        for pipe in (*closed, reading):
            os.close(pipe)
        with os.fdopen(writing, "wb") as file:
            pickle.dump(_outcome(work), file, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _outcome(work: Callable[[], object]) -> object:
    """Do the work; give what came out, or the error that ended it."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - it is raised where the result is taken
        return error


def _result(child: int, pipe: int) -> dict[int, list[Result]]:
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise machine_problem("a process that renders pages ended before its work", "free memory, and run it again")
    done: dict[int, list[Result]] | Exception = pickle.loads(data)  # noqa: S301 - our own process wrote it
    if isinstance(done, Exception):
        raise done
    return done
