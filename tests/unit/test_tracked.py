"""What git holds against the rules: files that builds keep for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site import pipeline
from build_site.contribute.tracked import against_their_record
from build_site.problem import Severity
from tests.archive import make_archive

if TYPE_CHECKING:
    from pathlib import Path


def test_what_builds_keep_is_refused_in_git(tmp_path: Path) -> None:
    found = pipeline.examine(make_archive(tmp_path, "--- seeds/pier.yml\ntitle: Pier\nrights: CC0-1.0\n"))
    kept = ".press-archive/descriptions/ab.json"
    (problem,) = against_their_record(found, frozenset({"seeds/pier.yml", kept}), frozenset())
    assert (str(problem.position), problem.severity) == (kept, Severity.ERROR)
    assert problem.hint.startswith(f"git rm --cached {kept}")
    assert list(against_their_record(found, frozenset({"seeds/pier.yml"}), frozenset())) == []
