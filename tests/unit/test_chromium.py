"""Finding the browser of the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import chromium

if TYPE_CHECKING:
    from pathlib import Path


def program(path: Path, status: int) -> str:
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return str(path)


def test_a_browser_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path / "chromium", 127)
    works = program(tmp_path / "chromium-browser", 0)
    assert chromium.find() == works


def test_a_named_browser_is_the_one_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", program(tmp_path / "mine", 0))
    assert chromium.find() == str(tmp_path / "mine")


def test_where_a_named_browser_does_not_start_nothing_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "missing"))
    monkeypatch.setattr(chromium, "install", lambda: pytest.fail("nothing is to be installed"))
    assert chromium.main() == 1
    assert "make test CHROMIUM=path/to/chrome" in capsys.readouterr().err


def test_where_there_is_none_each_way_is_tried_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def run(command: list[str]) -> bool:
        tried.append(" ".join(command))
        return command[0] == "second"

    monkeypatch.setattr(chromium, "_ways", lambda: iter([[["first"]], [["second", "a"], ["second", "b"]], [["third"]]]))
    monkeypatch.setattr(chromium, "_run", run)
    monkeypatch.setattr(chromium, "find", lambda: "found")
    chromium.install()
    assert tried == ["first", "second a", "second b"]
