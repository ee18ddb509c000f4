"""`docs/benchmarks.md`: what a measure found is put between the comments that name it; the words around it stay."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path
from typing import TYPE_CHECKING

from build_site.machine.clock import today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.table import Table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def write(name: str, tables: Sequence[Table]) -> None:
    """Put the tables of one measure into the page. Errors: `ValueError` where the page has no place for it."""
    before = PAGE.read_text("utf-8")
    found = "\n\n".join([f"Measured on {today():%Y-%m-%d} on {machine()}.", *(table.markdown for table in tables)])
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    after, places = place.subn(lambda match: f"{match[1]}\n{found}\n\n{match[2]}", before)
    if places != 1:
        raise ValueError(f"{PAGE.name} has no single place for {name}")
    PAGE.write_text(after, "utf-8")


def machine() -> str:
    """Describe this machine: processor, cores, memory, system and Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {system}"


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    model = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    return model[1] if model else platform.machine()
