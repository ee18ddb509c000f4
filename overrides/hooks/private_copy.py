"""MkDocs hook: `mkdocs gh-deploy` stops where the pages hold texts that may not be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Literal

ONLY_WHEN = "gh-deploy"
"""The command in which this hook does something; the accelerator reads it, and lets pages be built without it."""
_commands: list[str] = []

_STOP = """This is a private copy: it holds texts that may not be published, so it is not deployed.
  hint: run `build-site --edition public` first; the public edition holds only what may be published"""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 - MkDocs names it
    """Remember which command runs."""
    _commands.append(command)


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:  # noqa: ANN401 - MkDocs or a fork of it
    """Stop the deployment of a private copy; the home page tells whether this is one."""
    if page.is_homepage and page.meta.get("private") and "gh-deploy" in _commands:
        raise SystemExit(_STOP)
    return markdown
