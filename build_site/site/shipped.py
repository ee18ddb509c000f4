"""Files of this project that a new archive takes over: in the installed package, else in the checkout around it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

CONFIG = "mkdocs.yml"
"""The project's own configuration, from which an archive's is made."""
AS_THEY_ARE = (
    ".github/CODEOWNERS.example",
    ".github/ISSUE_TEMPLATE/config.yml",
    ".github/ISSUE_TEMPLATE/problem.yml",
    ".github/ISSUE_TEMPLATE/suggest.yml",
    ".github/dependabot.yml",
    ".github/pull_request_template.md",
    ".github/workflows/pages.yml",
    ".github/workflows/pull-request.yml",
    ".github/workflows/release.yml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
)
"""Files that an archive has in common with this project."""
TEMPLATE = {
    "README.md": "README.md",
    ".gitignore": "gitignore",
    "Makefile": "Makefile",
    "seeds/registers/people.yml": "people.yml",
    "seeds/registers/topics.yml": "topics.yml",
    "seeds/registers/sources.yml": "sources.yml",
}
"""Files that are an archive's own, by path → name in the template."""


def shipped(path: str) -> bytes:
    """Read one of the project's own files, by its path there."""
    package = Path(str(files("build_site")))
    packaged = package / "archive" / path
    return (packaged if packaged.is_file() else package.parent / path).read_bytes()


def template(name: str) -> bytes:
    """Read a file of the template."""
    return (files("build_site.contribute") / "template" / name).read_bytes()


def follow_script() -> bytes:
    """Read the script that pages of the preview get."""
    return (files("build_site.site") / "follow.js").read_bytes()


def direct_url() -> str:
    """Return what the installer wrote of where this program came from (PEP 610, JSON); empty where it wrote nothing."""
    try:
        return distribution("press-archive").read_text("direct_url.json") or ""
    except PackageNotFoundError:
        return ""
