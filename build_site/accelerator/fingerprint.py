"""What stands for all that decides how pages come out, apart from their own text."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.resources import files as package_files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.plugins import PluginCollection
from mkdocs.structure.nav import Section
from mkdocs.theme import Theme

from build_site.accelerator.kept import digest, pack
from build_site.accelerator.views import PLAIN
from build_site.machine import logs, outputs

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


class UnknownValueError(Exception):
    """The configuration holds something that cannot be compared with that of the last build."""


def of_build(config: MkDocsConfig, versions: Mapping[str, str], log: str) -> bytes:
    """Stand for packages, configuration, templates, hooks and our own code. Errors: `UnknownValueError`."""
    own = outputs.read_all(Path(str(package_files("build_site.accelerator"))))
    # MkDocs says that hooks are a list; they are a table of modules.
    modules: Any = config.hooks or {}
    hooks = [outputs.read_or_nothing(Path(str(module.__file__))) for module in modules.values()]
    folders = [Path(folder) for folder in config.theme.dirs]
    templates = [_hidden_too(folder, config) for folder in folders]
    said = repr((sys.version, dict(versions), logs.level(log), _plain(config)))
    # An archive that stands elsewhere next time is the same archive.
    said = said.replace(str(Path(config.config_file_path).parent), "")
    return digest(said.encode(), *hooks, pack(own), *map(pack, templates))


def _hidden_too(folder: Path, config: MkDocsConfig) -> dict[str, bytes]:
    """Read the templates of a folder. Icons are read in an archive's own folder only; the theme's have its version."""
    if str(folder) == config.theme.custom_dir:
        return outputs.read_all(folder)
    return {path: outputs.read_or_nothing(folder / path) for path in sorted(outputs.list_shown(str(folder), ".html"))}


def _plain(value: Any) -> object:  # noqa: ANN401 - a configuration holds anything
    """Write a value of the configuration as something whose `repr` says all of it. Errors: `UnknownValueError`."""
    if isinstance(value, Theme):
        return [value.name, value.dirs, sorted(value.static_templates), _plain(dict(value))]
    if isinstance(value, PluginCollection):
        return sorted(value)
    if isinstance(value, (Mapping, Config)):
        return [(str(key), _plain(inner)) for key, inner in value.items()]
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    found = value.__name__ if isinstance(value, ModuleType) else repr(value)
    if " at 0x" in found:
        raise UnknownValueError(found)
    return found


def of_files(files: Files) -> bytes:
    """Stand for the list of files: where each one is published, and whether it is."""
    return digest(*(f"{file.src_uri}\n{file.dest_uri}\n{file.inclusion.name}".encode() for file in files))


def of_navigation(nav: Navigation) -> bytes:
    """Stand for what a page can see of the navigation: its shape, titles, addresses and plain values of front matter.

    Lists and mappings there are closed to other pages (`page.close_front_matter`): the chart of the dates, say, which
    is another one with each article.
    """
    return digest(repr(_items(nav.items)).encode())


def _items(items: Any) -> list[object]:  # noqa: ANN401 - MkDocs' own union
    return [
        [item.title, _items(item.children)]
        if isinstance(item, Section)
        else [item.title, item.url, _seen(getattr(item, "meta", None)), getattr(item, "canonical_url", None)]
        for item in items
    ]


def _seen(meta: Mapping[str, Any] | None) -> list[object]:
    return [(name, value) if isinstance(value, PLAIN) else name for name, value in (meta or {}).items()]
