"""A web server for one folder on this machine, whose pages load themselves again when the folder is built again."""

from __future__ import annotations

import html
import json
import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from build_site.machine import disk
from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLLOW = "/.preview/follow.js"
"""Address of the script that each page gets."""
_STATE = "/.preview/state"
_WAIT = 20.0
_HOSTS = frozenset({"127.0.0.1", "localhost"})
_TAG = f'<script src="{FOLLOW}" defer></script>'.encode()


class State:
    """What the pages are told: how many builds there were, how many of them succeeded, and what is wrong now."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.runs = 0
        self.built = 0
        self.error = ""

    def finished(self, error: str = "") -> None:
        """Note the end of a build; `error` is what went wrong, or empty."""
        with self._changed:
            self.runs += 1
            self.built += not error
            self.error = error
            self._changed.notify_all()

    def after(self, seen: int) -> dict[str, int | str]:
        """Return the state as soon as there was a build after the one called `seen`, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.runs != seen, timeout=_WAIT)
            return {"runs": self.runs, "built": self.built, "error": self.error}


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, folder: Path, state: State, script: bytes) -> None:
        self._folder, self._state, self._script = folder, state, script
        super().__init__(*args, directory=str(folder))  # type: ignore[arg-type] # what socketserver hands over

    def do_GET(self) -> None:
        """Answer a request of a browser on this machine, and of nobody else."""
        address = urlsplit(self.path)
        if self.headers.get("Host", "").rpartition(":")[0] not in _HOSTS:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif address.path == _STATE:
            seen = parse_qs(address.query).get("seen", ["-1"])[0]
            said = self._state.after(int(seen) if seen.isdecimal() else -1)
            self._answer(HTTPStatus.OK, "application/json", json.dumps(said).encode())
        elif address.path == FOLLOW:
            self._answer(HTTPStatus.OK, "text/javascript", self._script)
        elif not self._state.built:
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", _waiting())
        else:
            self._file()

    def _file(self) -> None:
        """Answer with a file; a page gets the script, and a page that is not there is the site's own."""
        path = self._page(self.translate_path(self.path))
        if path.endswith(".html") and disk.is_file(self._folder, path):
            self._answer(HTTPStatus.OK, "text/html", _following(disk.read(self._folder / path)))
        elif not disk.is_file(self._folder, path) and disk.is_file(self._folder, "404.html"):
            self._answer(HTTPStatus.NOT_FOUND, "text/html", _following(disk.read(self._folder / "404.html")))
        else:
            super().do_GET()

    def _page(self, path: str) -> str:
        return f"{path}index.html" if path.endswith("/") else path

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: what matters is said when a build ends."""


def _following(page: bytes) -> bytes:
    head, sign, rest = page.rpartition(b"</body>")
    return head + _TAG + sign + rest if sign else page + _TAG


def _waiting() -> bytes:
    words = html.escape("There are no pages yet. They appear here as soon as the archive has been built.")
    return f"<!doctype html><title>Preview</title><body><p>{words}</p>".encode() + _TAG


@contextmanager
def serving(folder: Path, state: State, script: bytes, port: int) -> Iterator[str]:
    """Serve `folder` on a port of this machine (0: any that is free) and give the address.

    Errors (status 3): the port is taken.
    """
    handler = partial(_Handler, folder=folder, state=state, script=script)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        hint = "stop what uses it, or choose another with --port"
        raise machine_problem(f"cannot use port {port}: {error.strerror}", hint) from None
    server.daemon_threads = True
    with server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
