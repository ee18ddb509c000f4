"""From an empty folder to a site, with the built package as somebody else installs it. Everything is invented."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from build_site.site.shipped import AS_THEY_ARE
from tests.archive import PROJECT, Run
from tests.links import broken_links

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

TEXT = """Harbour dredging to start in May

The harbour board of Northport said on Tuesday that dredging of the outer basin would begin in May. “We waited long
enough”, said Ada Fenwick, the harbour master. This article is invented.
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked: what an installation holds, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("package")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "installed")
    return folder / "installed"


def run(package: Path, folder: Path, *arguments: str) -> Run:
    """Run `build-site ARGUMENTS` in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(package)}
    command = [sys.executable, "-m", "build_site", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    return Run(done.returncode, done.stdout, done.stderr)


def preview_once(package: Path, folder: Path) -> str:
    """Run `build-site serve` until the first build is done, then press Ctrl+C."""
    environment = {**os.environ, "PYTHONPATH": str(package)}
    command = [sys.executable, "-u", "-m", "build_site", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = process.stdout.readline() + process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
    return said + rest


def test_five_commands_each_of_which_names_the_next(package: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    archive = tmp_path / "tarn"

    made = run(package, tmp_path, "init", "tarn")
    assert (made.status, made.err) == (0, "")
    assert "Next: cd tarn, then add a text: build-site add FILE" in made.out

    added = run(package, archive, "add", "../article.txt")
    assert (added.status, added.err) == (0, "")
    assert "then run: build-site check" in added.out

    checked = run(package, archive, "check")
    assert checked.status == 0
    assert "left to settle" in checked.err
    assert "Next: build-site serve" in checked.out

    shown = preview_once(package, archive)
    assert "\nBuilt: 1 article, 1 text held" in shown
    assert "Next: build-site check, then build-site" in shown

    built = run(package, archive)
    assert (built.status, built.err) == (0, "")
    assert "To look at it: python3 -m http.server --directory site" in built.out
    assert "Harbour dredging to start in May" in (archive / "site/index.html").read_text("utf-8")
    assert broken_links(archive / "site") == []


def test_a_new_archive_builds_at_once_and_nothing_is_overwritten(package: Path, tmp_path: Path) -> None:
    assert run(package, tmp_path, "init", "tarn", "--name", 'The "Tarn": an archive').status == 0
    archive = tmp_path / "tarn"
    before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    again = run(package, tmp_path, "init", "tarn")
    assert again.status == 1
    assert "tarn/mkdocs.yml: this file is there already, and 22 others of a new archive" in again.err
    assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()} == before
    built = run(package, archive, "--edition", "public")
    assert built.status == 0
    assert built.err.count(": notice: ") == 2, "nobody has set a contact yet"
    assert built.err.count("contact") > 2
    assert "The &#34;Tarn&#34;: an archive" in (archive / "site/index.html").read_text("utf-8")


def test_the_package_holds_what_an_archive_takes_over(package: Path) -> None:
    shared = {path: (package / "build_site/archive" / path).read_bytes() for path in (*AS_THEY_ARE, "mkdocs.yml")}
    assert shared == {path: (PROJECT / path).read_bytes() for path in shared}


def test_an_upgrade_of_the_program_reaches_the_archive(package: Path, tmp_path: Path) -> None:
    run(package, tmp_path, "init", "tarn")
    config = (tmp_path / "tarn/mkdocs.yml").read_text("utf-8")
    assert re.search(r"(?m)^  custom_dir: \.press-archive/overrides$", config)
    assert "  - .press-archive/overrides/hooks/private_copy.py\n" in config
    assert not (tmp_path / "tarn/overrides").exists(), "templates come from the installed package"
