"""What all tests share: none reaches the network, none is left to chance, Ctrl+C works, a folder can be served."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests.server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = frozenset({"127.0.0.1", "::1", "localhost", ""})


def _stay_here(event: str, args: tuple[object, ...]) -> None:
    """Refuse, as an audit hook, whatever would look up or reach another machine."""
    host: object = None
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event in {"socket.connect", "socket.sendto"} and isinstance(args[1], tuple):
        host = args[1][0]
    if isinstance(host, bytes):
        host = host.decode()
    if isinstance(host, str) and host not in _HERE:
        message = f"a test tried to reach {host}; tests run offline"
        raise RuntimeError(message)


sys.addaudithook(_stay_here)

# A shell has what runs in the background ignore Ctrl+C, programs that a test starts included; some tests press it.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, and no example fails because a machine is slow.
settings.register_profile("press-archive", derandomize=True, deadline=None)
settings.load_profile("press-archive")
# For the long run that tests/hostile/README.md records: pytest -m hypothesis --hypothesis-profile=long
settings.register_profile(
    "long", derandomize=False, deadline=None, max_examples=4000, suppress_health_check=[HealthCheck.too_slow]
)


class Serve(Protocol):
    """`serve(folder)` or `serve(folder, "sub/path")` gives the address of the folder's front page."""

    def __call__(self, folder: Path, under: str = "/") -> str: ...


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve folders until the tests end."""
    with ExitStack() as servers:

        def start(folder: Path, under: str = "/") -> str:
            return servers.enter_context(serving(folder, under))

        yield start


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seed_texts() -> Path:
    """The folder with the two texts that are not in the repository; skips the test where `SEED_TEXTS` names none."""
    folder = os.environ.get("SEED_TEXTS", "")
    if not folder:
        pytest.skip("SEED_TEXTS names no folder")
    assert Path(folder).is_dir(), f"SEED_TEXTS names {folder}, which is no folder"
    return Path(folder)
