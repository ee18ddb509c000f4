"""`python -m bench [MEASURE…]`: measure, print, and write docs/benchmarks.md; or score one labelled file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench import offline, page, people, search, speed, subjects
from bench.builds import measure as builds
from build_site.machine.console import say, show_problems
from build_site.problem import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bench.table import Table

Measure = tuple["Callable[[Sequence[int]], Iterable[Table]]", tuple[int, ...]]


def _descriptions(_: Sequence[int]) -> Iterator[Table]:
    yield from (people.measure(), people.credits_measure(), subjects.topics(), subjects.sources(), speed.measure())


def _copies(sizes: Sequence[int]) -> Iterator[Table]:
    yield from (offline.measure(sizes), offline.measure_search(sizes))


MEASURES: dict[str, Measure] = {
    "descriptions": (_descriptions, ()),
    "builds": (builds.measure, (100, 1000, 5000)),
    "search": (search.measure, (300, 1000, 5000)),
    "offline": (_copies, (300, 1000, 5000)),
}
"""Name → the measure, and the numbers of articles that it is taken at; empty where it takes none."""
LARGE = 10_000
"""One more number of articles, for who can wait."""


def main() -> None:
    """Read the command line and print the tables, each as soon as it is there."""
    wanted = _parser().parse_args()
    try:
        if wanted.gold:
            say(f"{people.measure(wanted.gold)}\n")
        else:
            for name in wanted.measures or MEASURES:
                _take(name, wanted.sizes, large=wanted.large)
        if wanted.misses:
            say(str(people.misses(wanted.gold)))
    except ProblemsError as error:
        show_problems(error.problems)
        sys.exit(error.status)


def _take(name: str, sizes: tuple[int, ...], *, large: bool) -> None:
    take, usual = MEASURES[name]
    usual += (LARGE,) if large and usual else ()
    tables = []
    for table in take(sizes or usual):
        say(f"{table}\n")
        tables.append(table)
    # Other sizes than the usual are somebody's question, and no page for everybody.
    if not sizes:
        page.write(name, tables)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Print figures; nothing is asserted.")
    parser.add_argument(
        "measures",
        nargs="*",
        choices=[[], *MEASURES],
        metavar="MEASURE",
        help=f"of {', '.join(MEASURES)}; all where none is named",
    )
    parser.add_argument("--sizes", type=_sizes, default=(), metavar="N,N", help="numbers of articles; writes no page")
    parser.add_argument("--large", action="store_true", help=f"at {LARGE:,} articles too")
    parser.add_argument("--gold", type=_labelled, metavar="FILE", help='JSON Lines {"id", "text", "people": […]}')
    parser.add_argument("--misses", action="store_true", help="name what is found in error, and what is not found")
    return parser


def _sizes(value: str) -> tuple[int, ...]:
    return tuple(int(size) for size in value.split(","))


def _labelled(value: str) -> Path:
    if not Path(value).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {value}")
    return Path(value)


if __name__ == "__main__":
    main()
