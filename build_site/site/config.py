"""What `mkdocs.yml` says that `build_site` needs to know."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import yaml
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from build_site.machine import disk
from build_site.problem import Position, ProblemsError, problem
from build_site.web import Settings

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "mkdocs.yml"
"""The configuration of an archive, at its root."""


def read_settings(root: Path) -> Settings:
    """Read the values that stand on pages. Errors: no `mkdocs.yml`, or one that is not YAML."""
    values = _load(root)
    site_url = str(values.get("site_url") or "").rstrip("/")
    return Settings(
        name=str(values.get("site_name") or "Press Archive"),
        description=str(values.get("site_description") or ""),
        site_url=f"{site_url}/" if site_url else "",
        repo_url=str(values.get("repo_url") or ""),
        contact=_contact(_extra(values)),
        support=_support(_extra(values)),
    )


def may_publish_in_copyright(root: Path) -> bool:
    """Tell whether the owner says, under `extra.publish_in_copyright`, that texts in copyright may be published."""
    return disk.exists(root / CONFIG) and _extra(_load(root)).get("publish_in_copyright") is True


def _extra(values: dict[str, Any]) -> dict[str, Any]:
    extra = values.get("extra")
    return extra if isinstance(extra, dict) else {}


def _contact(extra: dict[str, Any]) -> str:
    value = str(extra.get("contact") or "")
    if value and not value.startswith(("mailto:", "https://")):
        hint = "write mailto:NAME@HOST, or the https address of a form"
        raise problem(Position(CONFIG), f'extra.contact: "{value}" is not an address', hint)
    return value


def _support(extra: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    places = extra.get("support") or []
    fine = isinstance(places, list) and all(isinstance(item, dict) and set(item) == {"name", "url"} for item in places)
    if not fine or not all(str(item["url"]).startswith(("https://", "tel:", "mailto:")) for item in places):
        hint = "write a list of `- {name: Helpline, url: https://…}`; an address begins with https://, tel: or mailto:"
        raise problem(Position(CONFIG), "extra.support: this is not a list of places that help", hint)
    return tuple((str(item["name"]), str(item["url"])) for item in places)


def configured(root: Path) -> dict[str, Any]:
    """Return all values of the configuration as MkDocs takes them, those of the environment put in."""
    return _load(root)


def custom_dir(root: Path) -> str:
    """Return `theme.custom_dir` as written; empty where there is none."""
    theme = _load(root).get("theme")
    return str(theme.get("custom_dir", "")) if isinstance(theme, dict) else ""


def _load(root: Path) -> dict[str, Any]:
    if not disk.exists(root / CONFIG):
        hint = "run the command in the archive's folder, or name the folder with --root"
        raise problem(Position(CONFIG), f"there is no {CONFIG} in {root}", hint)
    stream = io.BytesIO(disk.read(root / CONFIG))
    stream.name = str(root / CONFIG)
    try:
        return dict(yaml_load(stream))
    except (yaml.YAMLError, MkDocsException) as error:
        raise _not_a_configuration(error) from None


def _not_a_configuration(error: Exception) -> ProblemsError:
    """Say what YAML stumbled over. MkDocs wraps the parser's error, and names a path of this machine."""
    cause = error.__context__ if isinstance(error.__context__, yaml.MarkedYAMLError) else error
    mark = getattr(cause, "problem_mark", None)
    at = Position(CONFIG, mark.line + 1, mark.column + 1) if mark else Position(CONFIG)
    said = getattr(cause, "problem", None) or error
    return problem(at, f"this is not a configuration: {said}", "mend this line, or the one before it")
