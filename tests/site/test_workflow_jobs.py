"""The shell of each job of each workflow, run in a clean clone: what GitHub would run, but for setting up and tests."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.inside import run_here

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).resolve().parents[2]
GIVEN = {
    "steps.pages.outputs.base_url": "https://readers.example/archive",
    "github.server_url": "https://github.example",
    "github.repository": "readers/archive",
    "github.token": "a token",
}
"""What GitHub puts in the place of expressions."""
# Set up already: this interpreter, its libraries, and the program of the clone. The clone's tests are these very tests.
PYTHON = """#!/bin/sh
case "$*" in *pytest*|*tests.browser.chromium*) echo "$@" >> .venv/left-to-the-real-run; exit 0;; esac
PYTHONPATH=. exec {python} "$@"
"""
BUILD_SITE = """#!/bin/sh
PYTHONPATH=. exec {python} -m build_site "$@"
"""


RECORD = """title: "Pier ![x](https://evil.example/x.png) <script>alert(1)</script> | a | b"
source: The Tarn Post
rights: CC0-1.0
"""


def git(folder: Path, *arguments: str) -> None:
    program = shutil.which("git")
    assert program
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run([program, *identity, *arguments], cwd=folder, check=True, capture_output=True)


def set_up(folder: Path) -> None:
    """Stand in for `make`'s own setting up, which needs the network."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, text in (("python", PYTHON), ("build-site", BUILD_SITE)):
        (programs / name).write_text(text.format(python=sys.executable), "utf-8")
        (programs / name).chmod(0o755)
    for name in ("ruff", "mypy", "cog", "zizmor"):
        (programs / name).write_text("#!/bin/sh\nexit 0\n", "utf-8")
        (programs / name).chmod(0o755)
    npm = folder.parent / "bin" / "npm"
    npm.parent.mkdir(exist_ok=True)
    npm.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    npm.chmod(0o755)
    for stamp in ("pyvenv.cfg", ".run", ".dev"):
        (folder / ".venv" / stamp).touch()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    if not (PROJECT / ".git").exists() or shutil.which("git") is None or shutil.which("make") is None:
        pytest.skip("not a clone: there is nothing to clone from")
    folder = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "2", PROJECT.as_uri(), str(folder))
    set_up(folder)
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A new archive with one article, in a repository with two commits."""
    folder = tmp_path / "archive"
    run_here("init", str(folder))
    (folder / "requirements.txt").write_text("press-archive @ https://programs.example/press-archive.whl\n", "utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "the archive")
    (folder / "seeds/pier.yml").write_text(RECORD, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "an article")
    set_up(folder)
    return folder


def run_job(folder: Path, workflow: str, name: str) -> str:
    """Run the shell of a job as GitHub does; give what it wrote into the job's summary."""
    job: dict[str, Any] = yaml.safe_load((folder / ".github/workflows" / workflow).read_text("utf-8"))["jobs"][name]
    summary = folder.parent / "summary.md"
    ran = 0
    for step in job["steps"]:
        if "run" in step and "failure() &&" not in step.get("if", ""):
            environment = {key: substituted(value) for key, value in step.get("env", {}).items()}
            run_step(folder, step["run"], {**environment, "GITHUB_STEP_SUMMARY": str(summary)})
            ran += 1
    assert ran, "a job without a shell step is not run here"
    return summary.read_text("utf-8") if summary.exists() else ""


def steps(workflow: str, name: str) -> list[dict[str, Any]]:
    """Give the steps of a job as the project has them."""
    loaded = yaml.safe_load((PROJECT / ".github/workflows" / workflow).read_text("utf-8"))
    found: list[dict[str, Any]] = loaded["jobs"][name]["steps"]
    return found


def triggers(folder: Path, workflow: str) -> set[str]:
    """Give the events that start a workflow."""
    # YAML 1.1 reads the key `on` as true.
    return set(yaml.safe_load((folder / ".github/workflows" / workflow).read_text("utf-8"))[True])


def substituted(value: str) -> str:
    return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda match: GIVEN[match[1]], value)


def run_step(folder: Path, shell: str, environment: dict[str, str]) -> None:
    bash = shutil.which("bash")
    assert bash
    path = {
        "GITHUB_REF_NAME": "v1",
        "PATH": f"{folder.parent / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder.parent),
        "LC_ALL": "C.UTF-8",
    }
    command = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", shell]
    done = subprocess.run(command, cwd=folder, env={**path, **environment}, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{shell}\n{done.stdout}{done.stderr}"


def test_every_job_with_a_shell_is_run_here() -> None:
    jobs = {
        (path.name, name)
        for path in (PROJECT / ".github/workflows").glob("*.yml")
        for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items()
        if any("run" in step for step in job["steps"])
    }
    assert jobs == {
        ("pages.yml", "build"),
        ("pull-request.yml", "test"),
        ("pull-request.yml", "preview"),
        ("release.yml", "offline"),
    }


def test_tests_and_checks_in_a_clean_clone(clone: Path) -> None:
    run_job(clone, "pull-request.yml", "test")
    left = (clone / ".venv/left-to-the-real-run").read_text("utf-8")
    assert "-m pytest" in left


def test_preview_in_a_clean_clone(clone: Path) -> None:
    assert "Size of `seeds/`" in run_job(clone, "pull-request.yml", "preview")
    assert (clone / "site/index.html").is_file()


def test_publishing_from_a_clean_clone(clone: Path) -> None:
    run_job(clone, "pages.yml", "build")
    assert '<link rel="canonical" href="https://readers.example/archive/"' in home(clone)


def test_preview_of_a_new_archive(archive: Path) -> None:
    said = run_job(archive, "pull-request.yml", "preview")
    assert said.startswith("## 1 new article\n\n### pier\n")
    assert "| title | Pier " in said
    assert "| source | The Tarn Post |" in said
    for hostile in ("![x](", "<script>", "| a |"):
        assert hostile not in said


def test_publishing_a_new_archive_under_a_sub_path(archive: Path) -> None:
    run_job(archive, "pages.yml", "build")
    assert '<link rel="canonical" href="https://readers.example/archive/"' in home(archive)


def test_releasing_from_a_clean_clone(clone: Path) -> None:
    gh = clone.parent / "bin" / "gh"
    gh.write_text('#!/bin/sh\necho "$GH_TOKEN: $*" > gh-was-called\n', "utf-8")
    gh.chmod(0o755)
    run_job(clone, "release.yml", "offline")
    called = (clone / "gh-was-called").read_text("utf-8")
    assert re.fullmatch(r"a token: release create v1 --verify-tag --generate-notes dist/\S+ dist/\S+\n", called)
    (packed,) = (clone / "dist").glob("*.zip")
    names = zipfile.ZipFile(packed).namelist()
    assert [name for name in names if name.endswith("index.html")]
    assert [name for name in names if re.search(r"/seeds/.*\.txt$", name)] == [], "no text is published"


def home(folder: Path) -> str:
    return (folder / "site/index.html").read_text("utf-8")


def test_an_archive_that_does_not_name_its_program_says_so(archive: Path) -> None:
    shutil.rmtree(archive / ".venv")
    (archive / "requirements.txt").write_text("# press-archive @ …\n", "utf-8")
    make = shutil.which("make")
    assert make
    done = subprocess.run([make, ".venv/.run"], cwd=archive, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "requirements.txt does not name the program yet" in done.stderr


def test_what_pages_not_switched_on_means_is_said(tmp_path: Path) -> None:
    steps = yaml.safe_load((PROJECT / ".github/workflows/pages.yml").read_text("utf-8"))["jobs"]["build"]["steps"]
    (step,) = [step for step in steps if "failure() &&" in step.get("if", "")]
    bash = shutil.which("bash")
    assert bash
    done = subprocess.run([bash, "-c", step["run"]], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "Settings, Pages, Source: GitHub Actions" in done.stdout
