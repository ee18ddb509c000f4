"""The tests' own server and their own rule that nothing leaves this machine."""

from __future__ import annotations

import socket
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Serve


def get(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - the address is one of our own server
        content: bytes = answer.read()
    return content.decode()


def get_error(address: str) -> tuple[int, str]:
    with pytest.raises(HTTPError) as raised:
        get(address)
    with raised.value as error:
        return error.code, error.read().decode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "index.html").write_text("the articles")
    (tmp_path / "404.html").write_text("our own page")
    return tmp_path


@pytest.mark.parametrize("under", ["/", "archive", "/two/parts/"])
def test_a_folder_is_served_under_its_path(site: Path, serve: Serve, under: str) -> None:
    address = serve(site, under)
    assert address.endswith(f"/{under.strip('/')}/".replace("//", "/"))
    assert get(f"{address}articles/") == "the articles"
    assert get_error(f"{address}nothing/") == (HTTPStatus.NOT_FOUND, "our own page")


def test_outside_its_path_there_is_nothing(site: Path, serve: Serve) -> None:
    address = serve(site, "archive")
    assert get_error(address.replace("archive/", "articles/")) == (HTTPStatus.NOT_FOUND, "our own page")


def test_a_test_cannot_reach_another_machine() -> None:
    with pytest.raises(RuntimeError, match=r"tried to reach outside\.example"):
        socket.create_connection(("outside.example", 80))
