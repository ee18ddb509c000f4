"""Hostile seeds that are refused: each with the message that the manifest expects, and nothing ever breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.problem import Exit, ProblemsError, Severity
from tests.hostile.refused_files import ALL
from tests.inside import run_inside

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.hostile.refused import Content, Refused


def plant(root: Path, files: Mapping[str, Content]) -> Path:
    """Write seeds, links among them."""
    (root / "seeds").mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        target = root / "seeds" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            target.symlink_to(content)
    return root


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_it_is_refused_with_place_and_hint(case: Refused, tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        pipeline.load(plant(tmp_path, case.files))
    assert caught.value.status is Exit.SEEDS
    errors = [problem for problem in caught.value.problems if problem.severity is Severity.ERROR]
    heads = [f"{problem.position}: {problem.message}" for problem in errors]
    assert any(case.said in head for head in heads), heads
    assert all(problem.hint and problem.position for problem in errors)


def test_all_of_them_in_one_run_name_every_file(tmp_path: Path) -> None:
    cases = [case for case in ALL if not case.large and not any("registers" in path for path in case.files)]
    for case in cases:
        plant(tmp_path, {f"in-{case.name}/{path}": content for path, content in case.files.items()})
    run = run_inside(tmp_path, "check")
    assert run.status == Exit.SEEDS
    assert "Traceback" not in run.err
    assert "\x1b" not in run.err
    # Ids that two cases share hide one another, and are reported as that.
    assert [case.name for case in cases if f"seeds/in-{case.name}/" not in run.err] == []


def test_a_link_is_never_read_not_even_to_show_the_line_at_fault(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("token: [never to be shown\n", encoding="utf-8")
    for place in ("registers/people.yml", "x.yml", "x.txt"):
        root = plant(tmp_path / place.replace("/", "-"), {})
        (root / "seeds" / place).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / place).symlink_to(secret)
        run = run_inside(root, "check")
        assert run.status == Exit.SEEDS
        assert "never to be shown" not in run.err + run.out
