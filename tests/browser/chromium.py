"""The browser of the tests: find a Chromium or Chrome, else install one, else say what to run.

`python -m tests.browser.chromium` does so and prints where it is. `CHROMIUM=path` names one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe")
_PATIENCE = 900
"""Seconds that an installation may take."""
_HINT = (
    "The tests in a browser need Chromium or Chrome, and none could be installed.\n"
    "  hint: install one (Debian: apt-get install chromium), or name one: make test CHROMIUM=path/to/chrome\n"
)


def find() -> str:
    """Path of a browser that starts; empty where there is none. With `CHROMIUM` set, that one or none."""
    named = os.environ.get("CHROMIUM", "")
    candidates = iter([named]) if named else _candidates()
    return next((path for path in candidates if _starts(path)), "")


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, _COMMANDS))
    yield from filter(os.path.exists, _MAC)
    folders = (os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
    yield from (str(path) for folder in folders if folder for path in _below(Path(folder)))
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        yield own


def _below(folder: Path) -> Iterator[Path]:
    return (folder / path for path in _WINDOWS if (folder / path).exists())


def _starts(path: str) -> bool:
    """Tell whether the program runs at all: a library may be missing, or it may only point to a package."""
    if sys.platform == "win32":
        return Path(path).exists()  # there, `--version` opens a window
    return _run([path, "--version"], quiet=True)


def install() -> None:
    """Try each way to install one until a browser starts."""
    for commands in _ways():
        if all(_run(command) for command in commands) and find():
            return


def _ways() -> Iterator[Sequence[Sequence[str]]]:
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        # Without a font no text has a width.
        wanted = ["chromium", "fonts-liberation"]
        yield [["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "--no-install-recommends", *wanted]]


def _run(command: Sequence[str], *, quiet: bool = False) -> bool:
    sink = subprocess.DEVNULL if quiet else None
    settings = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000", "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, check=False, stdout=sink, stderr=sink, timeout=_PATIENCE, env={**os.environ, **settings}
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Print where the browser is; exit status 1 where there is none and none could be installed."""
    if not find() and not os.environ.get("CHROMIUM"):
        sys.stdout.write("No Chromium or Chrome here; installing one for the tests.\n")
        sys.stdout.flush()
        install()
    path = find()
    if not path:
        sys.stderr.write(_HINT)
        return 1
    sys.stdout.write(f"Browser: {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
