"""The only module that forks: work shared by processes that begin with all that this one holds in memory."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import warnings
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 48
"""Items from which a second process is worth its start."""
MOST = 4
"""Most processes; more would mostly wait for the disk."""
_CHUNK = 16


def processors() -> int:
    """Count the processors that this process may use."""
    own: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(own(0)) if own else os.cpu_count() or 1


def share(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    first: Callable[[], None] = lambda: None,
    *,
    most: int = MOST,
    tell: Callable[[int], None] = lambda _: None,
) -> list[Result]:
    """Give `work(item)` for each item, in the order of the items; otherwise as `share_parts`."""
    return share_parts(lambda part: [work(item) for item in part], items, first, most=most, tell=tell)


def share_parts(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    first: Callable[[], None] = lambda: None,
    *,
    most: int = MOST,
    tell: Callable[[int], None] = lambda _: None,
) -> list[Result]:
    """Give what `work` makes of a few items at a time, in the order of the items; it has a result for each.

    `first` runs in this process while others work. Where there is one processor, little to do or no fork, all of it
    happens here. Results come back pickled. `most` is the number of processes, this one included, that are not
    exceeded; `tell` hears about how many items are done.
    """
    is_much = len(items) >= ENOUGH
    others = min(processors(), most) - 1 if is_much and hasattr(os, "fork") else 0
    chunks = range(-(-len(items) // _CHUNK))
    with _settled() if is_much else nullcontext():
        if others < 1:
            first()
            done = _work(work, items, chunks, tell)
        else:
            done = _shared(lambda numbers, told: _work(work, items, numbers, told), chunks, first, others, tell)
    return [result for number in chunks for result in done[number]]


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Do some work in a process of its own; give what waits for its end, and gives what came out or raises its error.

    Where there is one processor or no fork, it is done when it is waited for. Where nobody waited, it is broken off.
    """
    if processors() == 1 or not hasattr(os, "fork"):
        yield work
        return
    # In a list, since no outcome at all is how a process that was killed is known.
    started = [_start(lambda: [work()], ())]
    try:
        yield lambda: _result(*started.pop())[0]
    finally:
        for child, pipe in started:
            _end(child, pipe)


@contextmanager
def _settled() -> Iterator[None]:
    """Keep what exists now out of collections, which would take longer, and let processes go on sharing it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _shared(
    work: Callable[[Iterable[int], Callable[[int], None]], dict[int, list[Result]]],
    chunks: Iterable[int],
    first: Callable[[], None],
    others: int,
    tell: Callable[[int], None],
) -> dict[int, list[Result]]:
    """Do the chunks in this process and `others`; where it fails here, the others are ended."""
    taken, given = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pipes = [_start(lambda: work(_numbers(taken), lambda _: None), (given,)) for _ in range(others)]
    # A pipe holds 64 KiB at least, so this never waits: two bytes for 16 items.
    for number in chunks:
        os.write(given, number.to_bytes(2, "big"))
    os.close(given)
    try:
        first()
        done = work(_numbers(taken), tell)
        while pipes:
            done |= _result(*pipes.pop())
    finally:
        os.close(taken)
        for child, pipe in pipes:
            _end(child, pipe)
    return done


def _work(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    chunks: Iterable[int],
    tell: Callable[[int], None],
) -> dict[int, list[Result]]:
    done = {}
    for number in chunks:
        start = number * _CHUNK
        done[number] = work(items[start : start + _CHUNK])
        # Chunks are taken in their order, so those before this one are done or in work.
        tell(min(start + _CHUNK, len(items)))
    return done


def _numbers(taken: int) -> Iterator[int]:
    """Take numbers of chunks from the pipe until there are no more."""
    while number := os.read(taken, 2):
        yield int.from_bytes(number, "big")


def _start(work: Callable[[], object], closed: Sequence[int]) -> tuple[int, int]:
    """Start a process that does `work`; give its id and the pipe in which it writes what came out."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns where another thread runs. Ours show progress, and the new process shows nothing.
        warnings.simplefilter("ignore", DeprecationWarning)
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


def _end(child: int, pipe: int) -> None:
    """End a process whose work is not wanted any more."""
    os.close(pipe)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _result(child: int, pipe: int) -> Any:  # noqa: ANN401 - whatever the work gives
    done: object = None
    with os.fdopen(pipe, "rb") as file, suppress(EOFError, pickle.UnpicklingError):
        # As it comes, so that it is not held twice.
        done = pickle.load(file)  # noqa: S301 - our own process wrote it
    _, status = os.waitpid(child, 0)
    if status or done is None:
        raise machine_problem("a process of this run ended before its work", "free memory, and run it again")
    if isinstance(done, Exception):
        raise done
    return done
