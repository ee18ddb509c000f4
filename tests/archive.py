"""A whole small archive from one string, and how to run `build-site` on it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from build_site.contribute.archive import archive_config

PROJECT = Path(__file__).resolve().parent.parent
_FILE = re.compile(r"^--- (\S.*)\n", re.MULTILINE)


def parse_files(text: str) -> dict[str, str]:
    """Read `--- path` lines, each followed by the content of that file."""
    head, *parts = _FILE.split(text)
    assert not head.strip(), f"text before the first file: {head!r}"
    return dict(zip(parts[::2], parts[1::2], strict=True))


def make_archive(folder: Path, files: dict[str, str] | dict[str, bytes] | str) -> Path:
    """Write an archive that builds: the project's own configuration, and `files` over it."""
    folder.mkdir(parents=True, exist_ok=True)
    config = archive_config((PROJECT / "mkdocs.yml").read_text("utf-8"), "Press Archive", "An archive for a test.")
    contents: dict[str, str | bytes] = {
        "mkdocs.yml": config,
        **(parse_files(files) if isinstance(files, str) else files),
    }
    for path, content in contents.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "seeds").mkdir(exist_ok=True)
    return folder


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has ended."""

    status: int
    out: str
    err: str


def build_site(root: Path, *arguments: str) -> Run:
    """Run `build-site` on an archive, as a person would: a process of its own."""
    command, options = (
        (arguments[:1], arguments[1:]) if arguments and not arguments[0].startswith("-") else ((), arguments)
    )
    done = subprocess.run(
        [sys.executable, "-m", "build_site", *command, "--root", str(root), *options],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return Run(done.returncode, done.stdout, done.stderr)
