"""The project keeps its shape: imports run one way, things stay short, and one package touches the machine."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

import build_site
from tests.unit import shape
from tests.unit.shape import Module

if TYPE_CHECKING:
    from pathlib import Path

ORDER = shape.order_of(build_site.__doc__ or "")


@pytest.fixture(scope="module")
def ours(root: Path) -> list[Module]:
    return shape.modules(root, "build_site")


def beside(root: Path) -> list[Module]:
    return [module for folder in ("bench", "overrides", "tests", "tools") for module in shape.modules(root, folder)]


def test_the_docstring_lists_every_package(root: Path) -> None:
    folders = {path.parent.name for path in (root / "build_site").glob("*/__init__.py")}
    files = {path.stem for path in (root / "build_site").glob("*.py")} - {"__init__", "__main__"}
    assert sorted(ORDER) == sorted(folders | files)


def test_imports_run_one_way(ours: list[Module]) -> None:
    assert [found for module in ours for found in shape.wrong_imports(module, ORDER)] == []


def test_only_the_machine_touches_the_machine(ours: list[Module]) -> None:
    assert [found for module in ours for found in shape.machine_uses(module)] == []


def test_files_and_functions_are_short(root: Path, ours: list[Module]) -> None:
    everything = ours + beside(root)
    assert [found for module in everything for found in shape.long_things(module)] == []


def test_every_module_says_what_it_is(root: Path, ours: list[Module]) -> None:
    everything = ours + beside(root)
    assert [module.path for module in everything if not ast.get_docstring(module.tree)] == []


def module(name: str, text: str) -> Module:
    return Module(name, name.replace(".", "/") + ".py", text)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("build_site.seed.text", "from build_site.page import Page", ["seed imports page"]),
        ("build_site.seed.text", "import build_site.cli", ["seed imports cli"]),
        ("build_site.seed.text", "from build_site import files", ["seed imports files"]),
        ("build_site.seed.text", "from . import node", ["relative import"]),
        ("build_site.problem", "from build_site.machine import disk", ["problem imports machine"]),
        ("build_site", "from build_site.cli import main", ["build_site imports cli"]),
        ("build_site.page.article", "from build_site.seed.text import Text", []),
        ("build_site.page.article", "from build_site import __version__", []),
        ("build_site.__main__", "from build_site.cli import main", []),
    ],
)
def test_a_wrong_import_is_found(name: str, text: str, found: list[str]) -> None:
    assert [line.partition(": ")[2] for line in shape.wrong_imports(module(name, text), ORDER)] == found


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("build_site.page.article", "import subprocess", ["imports subprocess"]),
        ("build_site.page.article", "from os import path", ["imports os.path"]),
        ("build_site.page.article", "from urllib import request", ["imports urllib.request"]),
        ("build_site.page.article", "from urllib.parse import quote", []),
        ("build_site.page.article", "print(1)", ["calls print"]),
        ("build_site.page.article", "Path('x').read_text()", ["calls Path('x').read_text"]),
        ("build_site.page.article", "datetime.date.today()", ["calls datetime.date.today"]),
        ("build_site.page.article", "datetime.now(UTC)", ["calls datetime.now"]),
        ("build_site.page.article", "from build_site.machine import disk\ndisk.exists(p)", []),
        ("build_site.page.article", "from build_site.machine.clock import today\ntoday()", []),
        ("build_site.machine.disk", "import os\nopen(p)", []),
        ("build_site.derive.wordlists", "files('build_site').joinpath('x').read_text()", []),
        ("build_site.derive.wordlists", "path.write_text('x')", ["calls path.write_text"]),
    ],
)
def test_a_use_of_the_machine_is_found(name: str, text: str, found: list[str]) -> None:
    assert [line.partition(": ")[2] for line in shape.machine_uses(module(name, text))] == found


def test_what_is_too_long_is_found() -> None:
    function = "def f() -> None:\n" + "    g()\n" * 39
    assert list(shape.long_things(module("build_site.x", function))) == []
    assert list(shape.long_things(module("build_site.x", function + "    g()\n"))) == [
        "build_site/x.py:1: f has 41 lines"
    ]
    assert list(shape.long_things(module("build_site.x", "\n" * 249))) == []
    assert list(shape.long_things(module("build_site.x", "\n" * 250))) == ["build_site/x.py: 250 lines"]
