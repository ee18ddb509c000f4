"""Where the accelerator works, and where it steps aside: it says why, once, and MkDocs builds as always."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

VERSIONS = {"mkdocs": ("1.6.1",), "mkdocs-material": ("9.8.1",), "markdown": ("3.11.3",), "jinja2": ("3.1.6",)}
"""Versions with which every file was compared with stock MkDocs (tests/site/test_accelerator*.py)."""
_ONCE = frozenset(
    {
        "startup",
        "shutdown",
        "serve",
        "config",
        "pre_build",
        "files",
        "nav",
        "pre_template",
        "template_context",
        "post_template",
        "post_build",
        "build_error",
    }
)
"""Events that come once a build, before or after the pages. Handlers of others could notice that pages are skipped."""


def installed() -> dict[str, str]:
    """Give the versions of the packages that make a page what it is."""
    return {name: version(name) for name in VERSIONS}


def reason_to_step_aside(config: MkDocsConfig, versions: Mapping[str, str]) -> str:
    """Say why this build is not for the accelerator; empty where it is."""
    for name, found in versions.items():
        if found not in VERSIONS[name]:
            return f"it was not proven with {name} {found}"
    if config.theme.name != "material":
        return f"it was not proven with the theme {config.theme.name}"
    for event, handlers in config.plugins.events.items():
        if event not in _ONCE and (names := [_module(item) for item in handlers if not _at_other_times(item)]):
            return f"{names[0]} listens to each page ({event})"
    return ""


def _module(handler: Any) -> str:  # noqa: ANN401 - any callable
    return str(getattr(handler, "__module__", handler))


def _at_other_times(handler: Any) -> bool:  # noqa: ANN401 - any callable
    """Tell whether a hook says of itself that it does nothing in a build: `ONLY_WHEN` names the command it is for."""
    return bool(getattr(handler, "__globals__", {}).get("ONLY_WHEN", "build") != "build")
