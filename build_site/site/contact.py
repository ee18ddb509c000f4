"""The private contact for removal: whether somebody has set it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.machine import disk
from build_site.problem import Gathering, Position, Problem, Severity
from build_site.site.config import CONFIG, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHOOSER = ".github/ISSUE_TEMPLATE/config.yml"
"""What GitHub shows beside the forms when somebody opens an issue."""
# Names that belong to nobody: RFC 2606 and RFC 6761.
_NOBODY = re.compile(
    r"(?:https?://|mailto:[^\s@]*@)(?:[\w-]+\.)*(?:example\.(?:org|com|net)|(?:example|invalid|test))(?=$|[/?#:])"
)
_URL = re.compile(r"^\s+url:\s*(\S+)")


def contact_problems(root: Path) -> tuple[Problem, ...]:
    """Report a contact that is missing or a placeholder, where the archive has a place on GitHub.

    People who ask for removal would find nobody, or ask in public. What is wrong in `mkdocs.yml` is reported too.
    """
    problems = Gathering()
    on_github = disk.exists(root / CHOOSER)
    with problems.step():
        if disk.exists(root / CONFIG):
            contact = read_settings(root).contact
            problems.found.extend(_of_the_pages(contact) if on_github else ())
    if on_github:
        problems.found.extend(_of_the_chooser(disk.read(root / CHOOSER).decode("utf-8", "replace")))
    return tuple(problems.found)


def _of_the_pages(contact: str) -> Iterator[Problem]:
    if contact and not _NOBODY.match(contact):
        return
    message = "extra.contact: the field is missing; the page for removal says that nobody has set an address"
    if contact:
        message = f'extra.contact: "{contact}" is a placeholder; who asks for removal reaches nobody'
    hint = "add `extra:` where there is none, and under it `contact: mailto:NAME@HOST`, or the https address of a form"
    yield Problem(Position(CONFIG), message, hint, severity=Severity.NOTICE)


def _of_the_chooser(content: str) -> Iterator[Problem]:
    for number, line in enumerate(content.splitlines(), 1):
        if (url := _URL.match(line)) and _NOBODY.match(url[1]):
            at = Position(CHOOSER, number, url.start(1) + 1)
            message = "the contact for removal is a placeholder; who asks for removal on GitHub reaches nobody"
            hint = f"put the address of your private contact here, the one that {CONFIG} names as extra.contact"
            yield Problem(at, message, hint, line, Severity.NOTICE)
