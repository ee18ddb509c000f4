"""The project's own shape: rules about a module that its syntax tree can answer."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LINES_OF_A_FILE = 250
LINES_OF_A_FUNCTION = 40

MACHINE_MODULES = re.compile(
    r"(?:ftplib|http|logging|multiprocessing|os|rich|shutil|smtplib|socket|subprocess|tempfile|time|urllib\.request)\b"
)
"""Modules that touch disk, console, processes, the network or the clock."""
MACHINE_NAMES = frozenset({"breakpoint", "input", "open", "print"})
"""Built-in functions that do."""
MACHINE_METHODS = re.compile(
    r"chmod|cwd|echo|exists|expanduser|glob|hardlink_to|home|is_(?:dir|file|symlink)|iterdir|lstat|mkdir|open"
    r"|read_(?:bytes|text)|rglob|rmdir|secho|stat|symlink_to|touch|unlink|write_(?:bytes|text)"
)
"""Methods of paths, and functions of click, that do."""
CLOCK = re.compile(r"(?:^|\.)(?:date|datetime)\.(?:today|now|utcnow|fromtimestamp)$|^time\.")
READS_PACKAGED_DATA = ("build_site.cite.styles", "build_site.derive.wordlists", "build_site.site")
"""Where `importlib.resources` may be read."""
PACKAGED_DATA_METHODS = re.compile(r"is_dir|is_file|iterdir|open|read_bytes|read_text")


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file, read."""

    name: str
    """Dotted name, for example `build_site.seed.text`."""
    path: str
    """POSIX path relative to the project."""
    text: str
    """What it says."""

    @property
    def tree(self) -> ast.Module:
        """Syntax tree of the file."""
        return ast.parse(self.text)

    @property
    def package(self) -> str:
        """Name directly below `build_site`; empty for `build_site/__init__.py` itself."""
        return self.name.partition(".")[2].partition(".")[0]


def modules(root: Path, folder: str) -> list[Module]:
    """Read every Python file below `folder`, sorted by path."""
    paths = sorted(path.relative_to(root) for path in (root / folder).rglob("*.py"))
    return [
        Module(
            ".".join(path.with_suffix("").parts).removesuffix(".__init__"),
            path.as_posix(),
            (root / path).read_text("utf-8"),
        )
        for path in paths
    ]


def order_of(docstring: str) -> list[str]:
    """Read the list of packages in the docstring of `build_site`: indented lines `name   what it is`."""
    return re.findall(r"^    (\w+) {2,}\S", docstring, re.MULTILINE)


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give line and dotted name of everything that a module imports; `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{'.' * node.level}{node.module or ''}.{alias.name}") for alias in node.names)


def wrong_imports(module: Module, order: Sequence[str]) -> Iterator[str]:
    """Find imports that run against the order, and relative ones."""
    own = "cli" if module.package == "__main__" else module.package
    allowed = {"", *order[: order.index(own) + 1]} if own else set()
    for line, name in imported(module.tree):
        head, _, rest = name.partition(".")
        if not head:
            yield f"{module.path}:{line}: relative import"
        elif head == "build_site" and (package := rest.partition(".")[0]) in order and package not in allowed:
            yield f"{module.path}:{line}: {own or 'build_site'} imports {package}"


def long_things(module: Module) -> Iterator[str]:
    """Find files and functions that are too long."""
    if (lines := len(module.text.splitlines())) >= LINES_OF_A_FILE:
        yield f"{module.path}: {lines} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LINES_OF_A_FUNCTION:
                yield f"{module.path}:{node.lineno}: {node.name} has {lines} lines"


def machine_uses(module: Module) -> Iterator[str]:
    """Find what only `build_site.machine` may do: touch disk, console, processes or clock."""
    if module.package == "machine":
        return
    tree = module.tree
    for line, name in imported(tree):
        if MACHINE_MODULES.match(name):
            yield f"{module.path}:{line}: imports {name}"
    ours = set(_names_from_machine(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (what := _machine_call(node, module, ours)):
            yield f"{module.path}:{node.lineno}: calls {what}"


def _names_from_machine(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_site.machine"):
            yield from (alias.asname or alias.name for alias in node.names)


def _machine_call(call: ast.Call, module: Module, ours: set[str]) -> str:
    """Name what a call does that it may not; empty where it may. A call of our own machine is what is wanted."""
    function = call.func
    if isinstance(function, ast.Name):
        return function.id if function.id in MACHINE_NAMES - ours else ""
    if not isinstance(function, ast.Attribute):
        return ""
    written = ast.unparse(function)
    if written.partition(".")[0] in ours:
        return ""
    if CLOCK.search(written):
        return written
    packaged = module.name.startswith(READS_PACKAGED_DATA) and PACKAGED_DATA_METHODS.fullmatch(function.attr)
    return written if MACHINE_METHODS.fullmatch(function.attr) and not packaged else ""
