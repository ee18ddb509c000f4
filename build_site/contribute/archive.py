"""A new archive, complete: every file that it has before its first article."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from build_site.contribute.schema import schema_files
from build_site.contribute.suggest import written
from build_site.site.theme import INSTALLED

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNNAMED = """# The program that builds this archive, for GitHub: the address of its repository, and a commit.
# press-archive @ git+https://github.com/OWNER/press-archive@COMMIT
"""


def archive_config(own: str, name: str, description: str) -> str:
    """Make an archive's `mkdocs.yml` from the project's own: another name, the installed templates and hook, no guides.

    The lines are edited as text, because MkDocs' tags (`!ENV`) are no plain YAML, and so that comments stay.
    """
    given = {"site_name": written(name), "site_description": written(description)}
    own = re.sub(r"(?m)^(site_name|site_description):.*$", lambda match: f"{match[1]}: {given[match[1]]}", own)
    own = re.sub(r"(?m)^  # The guides of this project.*\n  - Guides:\n(?: {6}.*\n)+", "", own)
    return re.sub(r"(?m)^(\s+(?:custom_dir:|-)\s*)overrides\b", rf"\g<1>{INSTALLED}", own)


def requirement(direct_url: str) -> str:
    """Name the program for `requirements.txt`, by the repository and commit that it was installed from.

    `direct_url` is what the installer wrote (PEP 610). A program of any other origin is not named: a bare name could
    be anybody's.
    """
    origin = json.loads(direct_url) if direct_url else {}
    commit = origin.get("vcs_info", {}).get("commit_id", "")
    if commit and str(origin.get("url", "")).startswith("https://"):
        return f"press-archive @ git+{origin['url']}@{commit}\n"
    return _UNNAMED


def archive_files(
    config: str, name: str, program: str, template: Mapping[str, bytes], shared: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Give path → content of a new archive.

    `config` is the project's `mkdocs.yml`, `program` the content of `requirements.txt`; `template` and `shared` are
    files by their path in the archive.
    """
    own = {path: data.replace(b"{name}", name.encode()) for path, data in template.items()}
    made = archive_config(config, name, "News articles by topic, person, source and date.")
    return {"mkdocs.yml": made.encode(), "requirements.txt": program.encode(), **own, **shared, **schema_files()}
