"""`build-site verify`: whether a copy is still what it was."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_site.machine import disk
from build_site.machine.console import say
from build_site.machine.packed import open_files, sha256_of
from build_site.offline.make import digest_file
from build_site.offline.verify import Fault, Kind, verify
from build_site.page.markdown import count
from build_site.problem import Exit, Gathering, Position, problem


@click.command("verify")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(exists=True, path_type=Path))
def verify_copy(paths: tuple[Path, ...]) -> None:
    """Compare every file of a copy (zip or folder) with its SHA-256; name each that is changed, missing or extra.

    A ZIM is compared as a whole, with the file beside it.
    """
    problems = Gathering()
    whole = True
    for path in paths:
        with problems.step():
            whole &= _zim_is_whole(path) if path.suffix == ".zim" else _is_whole(path)
    problems.stop_if_any()
    if not whole:
        sys.exit(Exit.SEEDS)


def _is_whole(path: Path) -> bool:
    verdict = verify(open_files(path), path.name)
    faults = [*verdict.faults, *_container(path)]
    for fault in faults:
        say(f"{fault.kind}: {fault.path}")
    if faults:
        say(f"{path} is not what it was: {count(len(faults), 'fault')} in {count(verdict.files, 'file')}.")
    else:
        say(f"{path} is whole: {count(verdict.files, 'file')}, each with the SHA-256 that is recorded for it.")
    return not faults


def _zim_is_whole(path: Path) -> bool:
    if not disk.exists(digest_file(path)):
        hint = f"copy it from where {path.name} was made, or check the file's own sum with zimcheck"
        raise problem(Position(digest_file(path).name), "the file with the SHA-256 is missing", hint)
    faults = _container(path)
    for fault in faults:
        say(f"{fault.kind}: {fault.path}")
    if not faults:
        say(f"{path} is whole: it has the SHA-256 that is recorded for it.")
    return not faults


def _container(path: Path) -> list[Fault]:
    """Compare the zip or ZIM as a whole, where the file with its SHA-256 still stands beside it."""
    beside = digest_file(path)
    if path.suffix not in (".zip", ".zim") or not disk.exists(beside):
        return []
    recorded = disk.read(beside).decode("utf-8", "replace").partition(" ")[0]
    return [] if recorded == sha256_of(path) else [Fault(path.name, Kind.CHANGED)]
