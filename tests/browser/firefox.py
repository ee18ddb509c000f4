"""A Firefox for tests, driven by its own protocol (Marionette), with the policy for files that it has for everybody."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_POLICY = "security.fileuri.strict_origin_policy"
"""True where a page from a file may not read other files: Firefox's default, which some drivers switch off."""
_PATIENCE = 60
_WATCH = """
window.askedByPages = []
window.pageWatcher = {
  observe(subject) {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel)
    const kinds = Ci.nsIContentPolicy
    const info = channel.loadInfo
    const ofPage = info.externalContentPolicyType === kinds.TYPE_DOCUMENT || !info.loadingPrincipal?.isSystemPrincipal
    if (ofPage) window.askedByPages.push(channel.URI.spec)
  },
}
Services.obs.addObserver(window.pageWatcher, "http-on-opening-request")
"""


def find() -> str:
    """Path of Firefox; empty where there is none."""
    return shutil.which("firefox-esr") or shutil.which("firefox") or ""


class Firefox:
    """A running Firefox."""

    def __init__(self, connection: socket.socket) -> None:
        self._stream = connection.makefile("rwb")
        self._number = 0
        self._read()  # it introduces itself
        self._ask("WebDriver:NewSession", {"pageLoadStrategy": "normal"})

    def open(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:  # noqa: ANN401 - what a script returns
        """Run a script in the page; return what it returns."""
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def wait(self, script: str) -> Any:  # noqa: ANN401 - what a script returns
        """Run a script until it returns something true."""
        for _ in range(_PATIENCE * 5):
            if found := self.run(script):
                return found
            time.sleep(0.2)
        message = f"this never became true: {script}"
        raise AssertionError(message)

    def be_strict_about_files(self) -> bool:
        """Set the policy for files as everybody has it, since being driven switches it off; tell whether it holds."""
        self._inside(f'Services.prefs.setBoolPref("{FILE_POLICY}", true)')
        return bool(self._inside(f'return Services.prefs.getBoolPref("{FILE_POLICY}")'))

    def watch(self) -> None:
        """Record, from now on, every address on a network that a page asks for."""
        self._inside(_WATCH)

    def asked(self) -> list[str]:
        """Give the addresses recorded so far."""
        return list(self._inside("return window.askedByPages"))

    def wait_asked(self, address: str) -> None:
        """Wait until a page has asked for the address."""
        for _ in range(_PATIENCE * 5):
            if address in self.asked():
                return
            time.sleep(0.2)
        message = f"no page asked for {address}: {self.asked()}"
        raise AssertionError(message)

    def _inside(self, script: str) -> Any:  # noqa: ANN401 - what a script returns
        """Run a script in Firefox itself."""
        self._ask("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run(script)
        finally:
            self._ask("Marionette:SetContext", {"value": "content"})

    def _ask(self, command: str, values: dict[str, Any]) -> Any:  # noqa: ANN401 - as the command has it
        self._number += 1
        message = json.dumps([0, self._number, command, values]).encode()
        self._stream.write(str(len(message)).encode() + b":" + message)
        self._stream.flush()
        _, _, error, result = self._read()
        assert error is None, f"{command}: {error}"
        return result

    def _read(self) -> Any:  # noqa: ANN401 - as the protocol has it
        digits = b""
        while (sign := self._stream.read(1)) != b":":
            assert sign, "Firefox has ended"
            digits += sign
        return json.loads(self._stream.read(int(digits)))


@contextmanager
def started(profile: Path) -> Iterator[Firefox]:
    """Start Firefox with a new profile that changes nothing but the port on which it listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    profile.mkdir()
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
    options = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
    log = (profile / "log").open("wb")
    with log, subprocess.Popen([find(), *options], stdout=log, stderr=log) as browser:
        try:
            with _connected(port) as connection:
                yield Firefox(connection)
        finally:
            browser.terminate()


def _connected(port: int) -> socket.socket:
    for _ in range(_PATIENCE * 5):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
        except OSError:
            time.sleep(0.2)
    message = "Firefox does not answer"
    raise AssertionError(message)
