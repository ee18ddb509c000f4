"""One page: read, converted, rendered and written; each step directly where that is sure, else the stock way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _populate_page, get_context
from mkdocs.structure.toc import get_toc

from build_site.accelerator import blocks
from build_site.accelerator.addresses import Links, Lookups, Relative
from build_site.accelerator.inline import UnsureError
from build_site.accelerator.memo import context_for
from build_site.accelerator.views import Guard, PageView, Recorder
from build_site.machine import outputs

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_MARK = re.compile("\x02(\\d+)\x03")
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list"]
"""The extensions of Markdown for which direct conversion was proven; with others every page is converted as always."""


@dataclass(frozen=True, slots=True)
class Press:
    """What all pages of a build share."""

    config: MkDocsConfig
    """MkDocs' configuration."""
    files: Files
    """All files of the build."""
    nav: Navigation
    """The navigation; its pages are populated."""
    env: Environment
    """Templates, with blocks remembered."""
    links: Links
    """Where links lead."""
    relative: Relative
    """Addresses for templates."""
    direct: bool
    """Whether texts may be converted directly."""


def press(config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> Press:
    """Make what all pages share."""
    direct = list(config.markdown_extensions) == EXTENSIONS and not any((config.mdx_configs or {}).values())
    return Press(config, files, nav, env, Links(files, config), Relative(), direct)


def populate(page: Page, shared: Press) -> dict[str, str | None] | None:
    """Read and convert a page; give the files that it looked for, or `None` where MkDocs did all of it."""
    if shared.direct:
        try:
            page.read_source(shared.config)
            converted = blocks.convert(page.markdown or "")
        except (UnsureError, OSError, ValueError):
            pass
        else:
            return _fill(page, converted, shared)
    lookups = Lookups(shared.files)
    _populate_page(page, shared.config, lookups)  # type: ignore[arg-type]
    return lookups.found


def _fill(page: Page, converted: blocks.Converted, shared: Press) -> dict[str, str | None]:
    """Set what `Page.render` sets."""
    resolved = shared.links.resolve(page.file, converted.targets)
    page.content = _MARK.sub(lambda match: resolved.addresses[int(match[1])], converted.html)
    page.toc = get_toc(converted.headings)  # type: ignore[arg-type]
    page._title_from_render = converted.title  # noqa: SLF001 - as MkDocs does
    page.present_anchor_ids = converted.ids
    page.links_to_anchors = resolved.anchors
    return resolved.lookups


def render(page: Page, shared: Press) -> bytes:
    """Render a page that is not in the navigation. Errors: whatever a template raises; then the stock way says it."""
    guard: Any = Guard()
    page.active = True
    try:
        context = get_context(shared.nav, guard, shared.config, page)
        context["build_date_utc"] = guard
        name = page.meta.get("template", "main.html")
        view = PageView(page, Recorder(), shared.relative.to(page))
        text = shared.env.get_template(name).render(context_for(context, name, view))
        return text.encode("utf-8", errors="xmlcharrefreplace") if text.strip() else b""
    finally:
        page.active = False


def write(page: Page, data: bytes) -> None:
    """Write a rendered page."""
    outputs.replace_file(Path(page.file.abs_dest_path), data)


def render_as_always(page: Page, shared: Press) -> None:
    """Render and write a page the stock way."""
    outputs.detach(Path(page.file.abs_dest_path))
    documents = shared.files.documentation_pages()
    _build_page(page, shared.config, documents, shared.nav, shared.env)
