"""How long it takes to derive all fields, over generated articles."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import yaml

from bench.table import Table
from build_site.describe.many import Asked, describe
from build_site.problem import Gathering
from build_site.registers.load import load_registers
from build_site.seed.node import Mapping, compose
from build_site.seed.text import Text
from tests.corpus.generate import articles
from tests.corpus.world import registers

if TYPE_CHECKING:
    from build_site.registers.model import Registers

ONE_CORE, TWO_CORES = 200, 1000


def measure() -> Table:
    """Derive 200 articles in this process and 1,000 in two; processor time counts all processes, their start too."""
    texts = [Text(f"{one.id}.txt", one.text) for one in articles(TWO_CORES * 2, 1) if one.text][:TWO_CORES]
    known = _registers()
    asked = [Asked(text) for text in texts]
    # Once before: the word lists are read once a process, whatever the number of articles.
    describe(asked[:2], known, 1)
    rows = [_row("1", asked[:ONE_CORE], known, 1), _row("2", asked, known, 2)]
    words = sum(len(text.content.split()) for text in texts) / len(texts)
    title = f"Time for all fields, over generated articles of {words:.0f} words on average"
    return Table(title, ("processes", "articles", "seconds", "ms an article", "processor ms an article"), rows)


def _row(name: str, asked: list[Asked], known: Registers, most: int) -> tuple[str, ...]:
    wall, own = time.perf_counter(), _processor()
    count = len(describe(asked, known, most))
    wall, own = time.perf_counter() - wall, _processor() - own
    return name, f"{count:,}", f"{wall:.2f}", f"{1000 * wall / count:.1f}", f"{1000 * own / count:.1f}"


def _processor() -> float:
    """Seconds of processor time of this process and of those it started that have ended."""
    return sum(os.times()[:4])


def _registers() -> Registers:
    problems = Gathering()
    composed = {
        name: compose(yaml.safe_dump(content, allow_unicode=True), f"{name}.yml", register=True)
        for name, content in registers().items()
    }
    loaded = load_registers({name: node for name, node in composed.items() if isinstance(node, Mapping)}, problems)
    problems.stop_if_any()
    return loaded
