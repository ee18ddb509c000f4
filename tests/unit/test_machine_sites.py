"""A site is put in place by renames, begins as the former one, and is made by several processes."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from build_site.machine import disk, forks, outputs
from build_site.problem import Exit, ProblemsError, machine_problem

if TYPE_CHECKING:
    from pathlib import Path


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name).write_text(text)
    return path


def test_a_folder_left_aside_by_a_kill_is_put_back(tmp_path: Path) -> None:
    old = folder(tmp_path / "site", index="former")
    # The kill comes between the two renames of `replace_folder`.
    old.replace(tmp_path / ".site.parted")
    disk.restore_folder(old)
    assert (old / "index").read_text() == "former"
    assert not (tmp_path / ".site.parted").exists()


def test_a_folder_that_stands_is_never_put_back(tmp_path: Path) -> None:
    old = folder(tmp_path / "site", index="new")
    folder(tmp_path / ".site.parted", index="former")
    disk.restore_folder(old)
    assert (old / "index").read_text() == "new"


def test_a_kill_between_the_renames_really_leaves_what_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = folder(tmp_path / "site", index="former"), folder(tmp_path / "next", index="new")
    real = type(new).replace

    def replace(self: Path, target: Path) -> Path:
        if self == new:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(type(new), "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        disk.replace_folder(new, old)
    monkeypatch.undo()
    assert not old.exists()
    disk.restore_folder(old)
    assert (old / "index").read_text() == "former"


def test_a_linked_folder_changes_without_the_former_one(tmp_path: Path) -> None:
    old = folder(tmp_path / "site", one="1", two="2")
    new = tmp_path / "deep" / "next"
    disk.link_folder(old, new)
    assert (new / "one").stat().st_ino == (old / "one").stat().st_ino
    outputs.replace_file(str(new / "one"), b"changed")
    (tmp_path / "source").write_text("copied")
    outputs.copy_file(str(tmp_path / "source"), str(new / "two"), 6, present=True)
    assert [(old / name).read_text() for name in ("one", "two")] == ["1", "2"]
    assert [(new / name).read_text() for name in ("one", "two")] == ["changed", "copied"]


def test_a_linked_folder_that_is_there_is_brought_in_line(tmp_path: Path) -> None:
    old, new = tmp_path / "site", tmp_path / "next"
    for path in ("", "same", "folder", "file", "only-old"):
        folder(old / path, one=path)
    disk.link_folder(old, new)
    # One file was replaced, one is there no more, one is new; what was a folder is a file, and the other way round.
    outputs.replace_file(str(new / "one"), b"other")
    (new / "same" / "one").unlink()
    folder(new / "only-new" / "deep", one="1")
    disk.remove_folder(new / "folder")
    (new / "folder").write_text("a file")
    (old / "file" / "one").unlink()
    (old / "file").rmdir()
    (old / "file").write_text("a file")
    disk.remove_folder(old / "only-old")
    disk.link_folder(old, new)
    assert numbers(new) == numbers(old)
    assert len(numbers(new)) == 6


def numbers(folder: Path) -> dict[str, int]:
    """Give the number of each file below a folder, which all names of a file share; 0 for a folder."""
    found = folder.rglob("*")
    return {path.relative_to(folder).as_posix(): 0 if path.is_dir() else path.stat().st_ino for path in found}


def test_a_folder_that_is_replaced_takes_the_place_of_the_new_one(tmp_path: Path) -> None:
    old, new = folder(tmp_path / "site", index="former"), folder(tmp_path / "next", index="new")
    disk.replace_folder(new, old)
    assert ((old / "index").read_text(), (new / "index").read_text()) == ("new", "former")
    disk.remove_folder(old)
    disk.replace_folder(new, old)
    assert (old / "index").read_text() == "former"
    assert not new.exists()


def test_where_nothing_can_be_linked_the_new_folder_begins_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    disk.link_folder(folder(tmp_path / "site", one="1"), tmp_path / "next")
    assert not (tmp_path / "next").exists()


def test_sweeping_leaves_what_is_wanted_and_hidden_entries_at_the_top(tmp_path: Path) -> None:
    folder(tmp_path / "a" / "b", wanted="w", other="o")
    folder(tmp_path / "gone" / "deep", other="o")
    folder(tmp_path / ".git", head="h")
    folder(tmp_path / "was-a-file")
    left = outputs.sweep(tmp_path, {"a/b/wanted", "was-a-file"})
    assert list(left) == ["a/b/wanted"]
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert found == [".git/head", "a/b/wanted"]
    assert not (tmp_path / "gone").exists()
    assert not (tmp_path / "was-a-file").exists()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Ids of the processes that fork from this one from now on."""
    fork, found = os.fork, []

    def noted() -> int:
        found.append(fork())
        return found[-1]

    monkeypatch.setattr(os, "fork", noted)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_work_beside_is_waited_for_or_broken_off(monkeypatch: pytest.MonkeyPatch, started: list[int]) -> None:
    monkeypatch.setattr(forks, "processors", lambda: 2)
    with forks.beside(os.getpid) as wait:
        process = wait()
    assert started == [process]
    with forks.beside(lambda: 1 // 0) as wait, pytest.raises(ZeroDivisionError):
        wait()
    with forks.beside(signal.pause):
        pass
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_a_problem_comes_back_from_another_process_as_it_was() -> None:
    def fail() -> None:
        raise machine_problem("no room", "free some")

    with forks.beside(fail) as wait, pytest.raises(ProblemsError) as told:
        wait()
    (found,) = told.value.problems
    assert (found.message, found.hint, told.value.status) == ("no room", "free some", Exit.MACHINE)


def test_with_one_processor_work_beside_is_done_when_it_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, started: list[int]
) -> None:
    monkeypatch.setattr(forks, "processors", lambda: 1)
    with forks.beside(os.getpid) as wait:
        assert wait() == os.getpid()
    assert started == []


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_shared_work_keeps_its_order_and_is_done_by_others_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forks, "processors", lambda: 3)
    seen: list[int] = []

    def first() -> None:
        # Others get time to take their part.
        os.sched_yield()
        seen.append(os.getpid())

    results = forks.share(square, range(5000), first)
    assert [result for result, _ in results] == [number * number for number in range(5000)]
    assert seen == [os.getpid()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_an_error_in_another_process_is_raised_here(monkeypatch: pytest.MonkeyPatch, started: list[int]) -> None:
    monkeypatch.setattr(forks, "processors", lambda: 2)
    here = os.getpid()

    def fail(number: int) -> int:
        if os.getpid() != here:
            message = "no room"
            raise OSError(message)
        return number

    def wait() -> None:
        os.waitid(os.P_PID, started[0], os.WEXITED | os.WNOWAIT)

    with pytest.raises(OSError, match="no room"):
        forks.share(fail, range(forks.ENOUGH), wait)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_an_error_here_ends_the_other_processes(monkeypatch: pytest.MonkeyPatch, started: list[int]) -> None:
    monkeypatch.setattr(forks, "processors", lambda: 3)
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() == here:
            message = "no room"
            raise OSError(message)
        signal.pause()
        return number

    with pytest.raises(OSError, match="no room"):
        forks.share(work, range(1000))
    assert len(started) == 2
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_little_work_is_done_here() -> None:
    assert {process for _, process in forks.share(square, range(forks.ENOUGH - 1), lambda: None)} == {os.getpid()}
    assert forks.processors() >= 1
