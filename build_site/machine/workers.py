"""The only module that spreads work over several processes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 100
"""Items from which starting another process is worth its time."""
MOST = 8
"""Most processes."""
_CHUNKS_A_WORKER = 4


def processors() -> int:
    """Count the processors that this process may use."""
    own: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(own(0)) if own else os.cpu_count() or 1


def spread(function: Callable[[Item], Result], items: Sequence[Item], workers: int = 0) -> Iterator[Result]:
    """Give `function(item)` for each item, in the order of the items, from as many processes as are worth starting.

    The function must be pure and importable by name (or a `partial` of such a one): then the results are the same
    whatever the number of processes is. `workers` is for tests and measurements; 0 lets this module decide.
    """
    count = workers or (min(processors(), MOST) if len(items) >= ENOUGH else 1)
    if count == 1:
        yield from map(function, items)
        return
    import multiprocessing  # noqa: PLC0415 - takes a while to load, and few runs start a process
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - the same

    # A process of its own start: a fork would copy locks and threads as they happen to be.
    context = multiprocessing.get_context("spawn")
    size = -(-len(items) // (count * _CHUNKS_A_WORKER)) or 1
    try:
        with ProcessPoolExecutor(count, context) as pool:
            yield from pool.map(function, items, chunksize=size)
    except BrokenProcessPool:
        raise machine_problem("a process that derives ended before its work", "free memory, and run it again") from None
