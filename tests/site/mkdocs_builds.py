"""MkDocs run inside of the test's process, with the accelerator or without, and what came of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.commands import build as commands
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from build_site import accelerator
from build_site.site.theme import install_theme

if TYPE_CHECKING:
    from pathlib import Path

HOOK = "  - .press-archive/overrides/hooks/accelerate.py\n"


@dataclass(frozen=True, slots=True)
class Built:
    """A site, and what was said on the way."""

    files: dict[str, bytes]
    said: list[str]
    aborted: bool


class _Listening(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()
        if not words.startswith(("Cleaning", "Building documentation", "Documentation built")):
            self.said.append(f"{record.levelname} {words}")


def site_files(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder but the compressed sitemap, which holds the time."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != "sitemap.xml.gz"}


def build(root: Path, site: str, *, accelerated: bool, strict: bool = False) -> Built:
    """Build `root/site` with this project's templates."""
    install_theme(root)
    listening = _Listening()
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(listening)
    aborted = False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / site), strict=strict)
        if accelerated:
            accelerator.build(config)
        else:
            commands.build(config)
    except Abort:
        aborted = True
    finally:
        logger.removeHandler(listening)
        logger.setLevel(level)
    return Built(site_files(root / site), listening.said, aborted)


def differences(one: Built, other: Built) -> list[str]:
    """Name the files that are not the same in both, and what only one of them said."""
    paths = sorted(one.files.keys() | other.files.keys())
    files = [path for path in paths if one.files.get(path) != other.files.get(path)]
    said = (
        [] if one.said == other.said else [*(f"-{words}" for words in one.said), *(f"+{words}" for words in other.said)]
    )
    return files + said
