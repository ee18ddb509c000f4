"""Rounds of builds → tables: medians with their spread, and the ratios that the project holds itself to."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.builds import contest as of
from bench.builds import corpora
from bench.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bench.builds.contest import Contest
    from bench.builds.runs import Run
    from tests.corpus.model import InventedArticle

ROUNDS = 3
FEWER_FROM, FEWER = 5000, 2
"""From this size on there are fewer rounds: one takes minutes."""
_FIRST = 10
"""Articles of an archive that is built once by everybody before anything is measured, so that programs are compiled."""
BARE = 1000
"""Articles of the archive of bare texts, which only we build: to the others they are the same articles."""
ALONE_FROM = 10_000
"""From this size on only our own builds are measured: the others take longer than anybody waits."""
_HEAD = ("what", "wall s", "least–most", "processor s", "memory MB")

Runs = dict[str, list["Run"]]


def measure(sizes: Sequence[int]) -> Iterator[Table]:
    """Build archives of these numbers of articles in interleaved rounds, and one of bare texts."""
    found: dict[int, Runs] = {}
    _rounds(partial(corpora.with_records, _FIRST), 1)
    for size in sizes:
        found[size], sites = _rounds(
            partial(corpora.with_records, size),
            FEWER if size >= FEWER_FROM else ROUNDS,
            alone=size >= ALONE_FROM,
        )
        yield _times(f"{size:,} articles with complete records", found[size], sites)
    yield ratios(found)
    texts = min(BARE, max(sizes))
    bare, _ = _rounds(partial(corpora.bare, texts), FEWER, alone=True, edits=False)
    yield _times(f"{texts:,} bare texts: everything about them is derived", bare, "")


def _rounds(
    given: Callable[[], Iterator[InventedArticle]], rounds: int, *, alone: bool = False, edits: bool = True
) -> tuple[Runs, str]:
    runs: Runs = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        contest = of.prepare(Path(folder), given)
        for _ in range(rounds):
            for name, run in of.ours(contest) if alone else of.cold(contest):
                runs[name].append(run)
            for name, run in of.edited(contest) if edits else ():
                runs[name].append(run)
        sites = "" if alone else _sizes(contest)
    return runs, sites


def _sizes(contest: Contest) -> str:
    names = {
        "ours": contest.pages.root / "site",
        "stock": contest.pages.root / of.STOCK_SITE,
        "Hugo": contest.hugo / "public",
    }
    sizes = {
        name: sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
        for name, folder in names.items()
    }
    return "; ".join(f"{name} {size:.1f} MB" for name, size in sizes.items())


def _times(title: str, runs: Runs, sites: str) -> Table:
    rows = [
        (
            name,
            f"{median(run.wall for run in found):.2f}",
            f"{min(run.wall for run in found):.2f}–{max(run.wall for run in found):.2f}",
            f"{median(run.cpu for run in found):.2f}",
            f"{median(run.memory for run in found):.0f}",
        )
        for name, found in runs.items()
    ]
    rounds = len(next(iter(runs.values())))
    return Table(f"{title}, {rounds} rounds" + (f" (sites: {sites})" if sites else ""), _HEAD, rows)


def ratios(found: dict[int, Runs]) -> Table:
    """Put the ratios of each round into one table: the median, and the least and the most."""
    head = ("ratio", *(f"at {size:,}" for size in found))
    rows = [
        (name, *(_ratio(runs, over, under, of_what) for runs in found.values()))
        for name, over, under, of_what in _RATIOS
    ]
    rows += [(f"{name}, cold: milliseconds an article", *_growth(found, name)) for name in (of.WHOLE, of.PAGES)]
    return Table("Ratios in one round: the median (least–most)", head, rows)


def _wall(run: Run) -> float:
    return run.wall


def _memory(run: Run) -> float:
    return run.memory


_RATIOS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], Callable[[Run], float]], ...] = (
    ("stock ÷ ours, pages and site, cold", (of.STOCK,), (of.PAGES,), _wall),
    ("stock ÷ ours, site alone, cold", (of.STOCK,), (of.SITE,), _wall),
    ("stock ÷ ours, one text changed", (of.STOCK,), (f"{of.PAGES}, {of.TEXT}",), _wall),
    ("stock ÷ ours, nothing changed", (of.STOCK,), (f"{of.PAGES}, {of.NOTHING}",), _wall),
    ("ours ÷ Hugo then Pagefind, the whole way, cold", (of.WHOLE,), (of.HUGO, of.PAGEFIND), _wall),
    ("one text changed ÷ cold, the whole way", (f"{of.WHOLE}, {of.TEXT}",), (of.WHOLE,), _wall),
    ("memory, ours ÷ stock, pages and site", (of.PAGES,), (of.STOCK,), _memory),
)


def _ratio(runs: Runs, over: Sequence[str], under: Sequence[str], of_what: Callable[[Run], float]) -> str:
    if any(name not in runs for name in (*over, *under)):
        return "–"
    tops, bottoms = (
        [sum(map(of_what, group)) for group in zip(*(runs[name] for name in names), strict=True)]
        for names in (over, under)
    )
    values = [top / bottom for top, bottom in zip(tops, bottoms, strict=True)]
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def _growth(found: dict[int, Runs], name: str) -> list[str]:
    """Give the time an article at each size: where it stays the same, time grows as the archive does."""
    return [f"{1000 * median(run.wall for run in runs[name]) / size:.1f}" for size, runs in found.items()]
