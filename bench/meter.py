"""What a page in a browser loads, how long it takes until something is seen, and how much memory the tab has."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Browser, Page

PATIENCE = 180_000
"""Milliseconds that are waited for anything."""
TRIES = 3


class Meter:
    """Counts what a page loads, and how long it takes until something is seen."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._bytes: Counter[str] = Counter()
        self._names: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._name)
        session.on("Network.loadingFinished", self._add)

    def _name(self, event: Mapping[str, Any]) -> None:
        self._names[event["requestId"]] = event["request"]["url"]

    def _add(self, event: Mapping[str, Any]) -> None:
        self._bytes[self._names.get(event["requestId"], "")] += int(event["encodedDataLength"])

    def loaded(self, part: str = "search") -> float:
        """Megabytes of the files so far that have `part` in their address."""
        return sum(size for name, size in self._bytes.items() if part in name) / 1e6

    def measure(self, act: Callable[[], object], seen: str) -> tuple[float, float]:
        """Do something and wait until the selector `seen` is there; return seconds and megabytes."""
        before, start = self.loaded(), time.perf_counter()
        act()
        self._page.wait_for_selector(seen, timeout=PATIENCE)
        seconds = time.perf_counter() - start
        self._page.wait_for_timeout(500)
        return seconds, self.loaded() - before


def memory(browser: Browser) -> float:
    """Return the largest resident set of the browser's renderers in MB (Linux)."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    pids = [item["id"] for item in told["processInfo"] if item["type"] == "renderer"]
    states = [Path(f"/proc/{pid}/status").read_text("ascii") for pid in pids]
    return max((int(match[1]) for state in states if (match := re.search(r"VmRSS:\s+(\d+)", state))), default=0) / 1024


def medians(take: Callable[[], tuple[float, ...]]) -> tuple[float, ...]:
    """Take figures several times; return the median of each."""
    return tuple(map(median, zip(*(take() for _ in range(TRIES)), strict=True)))
