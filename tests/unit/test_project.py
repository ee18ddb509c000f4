"""The files around the code: locks, commands, workflows, the built package; and what is never in the repository."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==[^ ]+(?: ; [^\\]+)?")
# In parts, because this file is looked at too.
REGISTRIES = re.compile(
    "|".join(rf"{name}\.(?:org|com|dev)" for name in ("py" + "pi", "python" + "hosted", "npm" + "js"))
)
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:work|root|tmp|home|Users)/\w")
HELD_BACK = {
    "32aa160aefb059d77c87ac155d74e080b504c813fcb3e4e3dcd2a745c223db12",
    "bac8ab2d44ad0c59ed59a8453860f492e5ed9cb0d891fd796615b141d39f373e",
}
"""SHA-256 of the two texts whose records are here and which may not be published."""


def run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def tracked(root: Path) -> dict[str, bytes]:
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        pytest.skip("not a clone: what is in the repository is not known")
    names = run(git, "ls-files", "-z", folder=root).split("\0")
    return {name: (root / name).read_bytes() for name in names if name and (root / name).is_file()}


def lines_with(pattern: re.Pattern[str], files: dict[str, bytes]) -> list[str]:
    texts = {name: data.decode("utf-8", "replace") for name, data in files.items()}
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_registry(tracked: dict[str, bytes]) -> None:
    assert lines_with(REGISTRIES, tracked) == []


def test_no_file_names_a_path_of_one_machine(tracked: dict[str, bytes]) -> None:
    assert lines_with(MACHINE_PATH, tracked) == []


def test_what_may_not_be_named_is_found() -> None:
    bad = {"a": b"index = https://" + b"py" + b"pi.org/simple", "b": b"fine\nsee /" + b"tmp/x", "c": b"a/tmp/x"}
    assert [line.partition(": ")[0] for line in lines_with(REGISTRIES, bad)] == ["a:1"]
    assert [line.partition(": ")[0] for line in lines_with(MACHINE_PATH, bad)] == ["b:2"]


def test_the_two_texts_are_not_in_the_repository(tracked: dict[str, bytes]) -> None:
    assert [name for name, data in tracked.items() if hashlib.sha256(data).hexdigest() in HELD_BACK] == []


def test_no_sentence_of_the_two_texts_is_in_the_repository(tracked: dict[str, bytes], seed_texts: Path) -> None:
    texts = {path.read_bytes() for path in seed_texts.glob("*.txt")}
    assert {hashlib.sha256(text).hexdigest() for text in texts} >= HELD_BACK
    sentences = {words(sentence) for text in texts for sentence in re.split(r"[.?!:]\W|\n", text.decode())}
    telling = {sentence for sentence in sentences if sentence.count(" ") >= 7}
    assert len(telling) > 40
    held = {name: words(data.decode("utf-8", "replace")) for name, data in tracked.items()}
    assert [name for name, text in held.items() if any(sentence in text for sentence in telling)] == []


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def blocks(lock: Path) -> dict[str, str]:
    """Requirement and its hashes, by the line that pins it."""
    text = "\n".join(line for line in lock.read_text("utf-8").splitlines() if not line.startswith("#"))
    found = re.split(r"\n(?=\S)", text.strip())
    return {block.partition(" \\\n")[0]: block for block in found}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_only_pins_with_hashes(root: Path, name: str) -> None:
    for pin, block in blocks(root / name).items():
        assert PIN.fullmatch(pin), pin
        hashes = block.partition(" \\\n")[2].split(" \\\n")
        assert all(re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64}", line) for line in hashes), pin


def test_both_locks_name_the_same_versions(root: Path) -> None:
    running, developing = (blocks(root / name) for name in LOCKS)
    assert {pin: block for pin, block in running.items() if developing.get(pin) != block} == {}


def test_the_locks_hold_what_the_project_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    needed = [*project["project"]["dependencies"], *groups["build"]]
    for lock, requirements in zip(LOCKS, (needed, [*needed, *groups["dev"]]), strict=True):
        names = {re.split(r"[<>=!~ \[]", entry)[0].lower() for entry in requirements if isinstance(entry, str)}
        assert names <= {pin.partition("==")[0] for pin in blocks(root / lock)}, lock


def test_each_command_is_in_the_list_that_make_prints(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    listed = re.findall(r"^## (\S+) {2,}\S", makefile, re.MULTILINE)
    assert sorted(listed) == sorted(re.findall(r"^\.PHONY: (\S+)$", makefile, re.MULTILINE))
    assert sorted(listed) == sorted(set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE)))


def workflows(root: Path) -> dict[str, str]:
    found = {path.name: path.read_text("utf-8") for path in sorted((root / ".github" / "workflows").iterdir())}
    assert found
    return found


def test_workflows_use_only_actions_pinned_by_commit(root: Path) -> None:
    for name, text in workflows(root).items():
        uses = re.findall(r"uses: (.*)", text)
        assert [use for use in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", use)] == [], name


RIGHTS = {"pages.yml": {"pages", "id-token"}, "release.yml": {"contents", "id-token", "attestations"}}
"""What a workflow may write; one that runs a stranger's code may write nothing."""


def test_workflows_may_do_only_what_they_need(root: Path) -> None:
    for name, text in workflows(root).items():
        workflow: dict[Any, Any] = yaml.safe_load(text)
        triggers = workflow[True]  # YAML 1.1 reads the key `on` as true
        assert "pull_request_target" not in triggers, name
        assert workflow["permissions"] == {}, name
        for job in workflow["jobs"].values():
            writes = {right for right, value in job["permissions"].items() if value == "write"}
            assert writes <= RIGHTS.get(name, set()), name
            checkouts = [step for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
            assert all(step["with"]["persist-credentials"] is False for step in checkouts), name


def test_workflows_build_only_the_public_edition(root: Path) -> None:
    for name, text in workflows(root).items():
        builds = re.findall(r"make (?:site|demo).*", text)
        assert builds, name
        assert set(builds) == {"make site EDITION=public"}, name


def test_the_built_package_holds_the_templates(root: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), folder=root)
    (wheel,) = tmp_path.glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("build_site/overrides/")}
    files = (path for path in (root / "overrides").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert held == {f"build_site/overrides/{path.relative_to(root / 'overrides').as_posix()}" for path in files}
    assert held
