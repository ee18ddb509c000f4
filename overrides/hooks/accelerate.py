"""MkDocs hook: `mkdocs build` takes shorter ways to the same site. Without this hook every byte is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Put the accelerator in the place of MkDocs' own build, where it is installed with this MkDocs."""
    if command == "build" and not dirty:
        try:
            from build_site import accelerator  # noqa: PLC0415 - another MkDocs' Python need not know build_site
        except ImportError:
            return
        accelerator.install()
