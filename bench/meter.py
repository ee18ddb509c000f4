"""What a page in a browser loads, how long it takes until something is seen, and how much memory the tab has."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Browser, Page

PATIENCE = 180_000
"""Milliseconds that are waited for anything."""
TRIES = 3
_SEEN = "bench: seen"
# Looked at in the page: a driver that looks from outside loads its own program into the page first.
_WATCH = """
({ selector, words, said }) => {
  let key = 0
  const observer = new MutationObserver(() => {
    if (![...document.querySelectorAll(selector)].some((item) => item.textContent.includes(words))) return
    observer.disconnect()
    console.debug(`${said} ${performance.now()} ${key}`)
  })
  addEventListener("input", () => { key = performance.now() }, true)
  observer.observe(document, { childList: true, subtree: true })
}
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is waited for: an element with these words in it."""

    selector: str
    words: str = ""

    @property
    def told(self) -> dict[str, str]:
        """What the page is told of it."""
        return {"selector": self.selector, "words": self.words, "said": _SEEN}


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

    def opened(self, act: Callable[[], object], seen: Seen) -> tuple[float, float]:
        """Open a page and act until something is seen; return the seconds since it was asked for, and megabytes."""
        self._page.add_init_script(f"({_WATCH})({json.dumps(seen.told)})")
        return self._until(act)[0], self.loaded()

    def since_key(self, act: Callable[[], object], seen: Seen) -> float:
        """Press a key and wait until something new is seen; return the seconds in between."""
        self._page.evaluate(_WATCH, seen.told)
        shown, key = self._until(act)
        return shown - key

    def _until(self, act: Callable[[], object]) -> tuple[float, float]:
        """Act until the page says that it is seen; return when that was, and the last key, in seconds of the page."""
        with self._page.expect_console_message(lambda said: said.text.startswith(_SEEN), timeout=PATIENCE) as said:
            act()
        shown, key = said.value.text.removeprefix(_SEEN).split()
        self._page.wait_for_timeout(500)
        return float(shown) / 1000, float(key) / 1000


def memory(browser: Browser) -> float:
    """Return the largest resident set of the browser's renderers in MB (Linux)."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    pids = [item["id"] for item in told["processInfo"] if item["type"] == "renderer"]
    states = [Path(f"/proc/{pid}/status").read_text("ascii") for pid in pids]
    return max((int(match[1]) for state in states if (match := re.search(r"VmRSS:\s+(\d+)", state))), default=0) / 1024


def medians(take: Callable[[], tuple[float, ...]]) -> tuple[float, ...]:
    """Take figures several times; return the median of each."""
    return tuple(map(median, zip(*(take() for _ in range(TRIES)), strict=True)))
