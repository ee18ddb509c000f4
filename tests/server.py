"""A web server for one folder, as GitHub Pages serves it: a sub-path if asked for, and the site's own 404 page."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, folder: Path, under: str) -> None:
        self._folder = folder
        self._under = under
        super().__init__(*args, directory=str(folder))  # type: ignore[arg-type] # what socketserver hands over

    def translate_path(self, path: str) -> str:
        """Map an address to a file; what lies outside the sub-path has none."""
        if not urlsplit(path).path.startswith(self._under):
            return str(self._folder / "\N{NO-BREAK SPACE}" / "outside the site")
        return super().translate_path("/" + path.removeprefix(self._under))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer "not found" with the site's own page, where it has one."""
        own = self._folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not own.is_file():
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the tests look at what the browser records."""


@contextmanager
def serving(folder: Path, under: str = "/") -> Iterator[str]:
    """Serve `folder` on a free port of this machine; give the address of its front page, ending in a slash."""
    under = f"/{under.strip('/')}/".replace("//", "/")
    handler = partial(_Handler, folder=folder, under=under)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{under}"
        finally:
            server.shutdown()
            thread.join()
