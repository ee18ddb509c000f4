"""One page: read, converted, rendered and written; each step directly where that is sure, else the stock way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _populate_page, get_context
from mkdocs.structure.toc import get_toc

from build_site.accelerator import blocks, frontmatter
from build_site.accelerator.addresses import Links, Lookups, Relative
from build_site.accelerator.inline import UnsureError
from build_site.accelerator.kept import Made, digest, pack
from build_site.accelerator.memo import context_for
from build_site.accelerator.views import PLAIN, Guard, PageView, Recorder
from build_site.machine import logs, outputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from build_site.machine.logs import Said

LOG = "mkdocs"
"""MkDocs' logger; it counts the warnings that `--strict` stops for."""
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


def populate(page: Page, shared: Press, source: bytes | None = None) -> dict[str, str | None]:
    """Read and convert a page; give the files that it looked for."""
    if shared.direct:
        try:
            page.markdown, page.meta = frontmatter.split(page.file.content_bytes if source is None else source)
            converted = blocks.convert(page.markdown)
        except (UnsureError, OSError, ValueError):
            pass
        else:
            return _fill(page, converted, shared)
    lookups = Lookups(shared.files)
    _populate_page(page, shared.config, lookups)  # type: ignore[arg-type]
    return lookups.found


def _fill(page: Page, converted: blocks.Converted, shared: Press) -> dict[str, str | None]:
    """Set what `Page.render` sets."""
    resolved = shared.links.resolve(page.file, converted.html)
    page.content = resolved.text
    page.toc = get_toc(converted.headings)  # type: ignore[arg-type]
    page._title_from_render = converted.title  # noqa: SLF001 - as MkDocs does
    page.present_anchor_ids = converted.ids
    page.links_to_anchors = resolved.anchors
    return resolved.lookups


@dataclass(frozen=True, slots=True)
class Read:
    """A page of the navigation that was read and converted, with its text put away."""

    text: tuple[Any, Any, Any, Any]
    """Content, table of contents, Markdown and front matter."""
    source: bytes
    """Digest of its file."""
    looked_for: Mapping[str, str | None]
    """Files that its text looked for."""
    said: list[Said]
    """What MkDocs said of it."""


def read(file: File, shared: Press) -> None:
    """Read and convert a page whose warnings were told already. Errors: as MkDocs."""
    with logs.held_back(LOG):
        populate(of(file), shared)


def read_and_close(file: File, shared: Press) -> Read:
    """Read and convert a page of the navigation, and put its text away until it is rendered. Errors: as MkDocs."""
    page = of(file)
    source = file.content_bytes
    with logs.held_back(LOG) as said:
        looked_for = populate(page, shared, source)
    text = (page.content, page.toc, page.markdown, page.meta)
    close(file)
    return Read(text, digest(source), looked_for, said)


def render(page: Page, shared: Press, *, remembered: bool) -> bytes:
    """Render a page by itself. Errors: whatever a template raises; then the stock way raises it again.

    Pages of the navigation are seen as active, so nothing is remembered for them.
    """
    guard: Any = Guard()
    page.active = True
    date, page.update_date = page.update_date, guard
    try:
        context: Any = get_context(shared.nav, guard, shared.config, page)
        context["build_date_utc"] = guard
        name = page.meta.get("template", "main.html")
        if remembered:
            context = context_for(context, name, PageView(page, Recorder(), shared.relative.to(page)))
        text = shared.env.get_template(name).render(context)
        return text.encode("utf-8", errors="xmlcharrefreplace") if text.strip() else b""
    finally:
        page.active = False
        page.update_date = date


def make(file: File, shared: Press) -> Made:
    """Read, convert, render and write a page that is not in the navigation, perhaps in a process of its own."""
    page = of(file)
    with logs.held_back(LOG) as read:
        try:
            source = file.content_bytes
            looked_for = populate(page, shared, source)
        except Exception:  # noqa: BLE001 - it is made the stock way in the end, which raises this again
            return Made(b"", pack({}), None, [], {}, {}, [], [], alone=False)
    return _made(page, shared, digest(source), looked_for, read, remembered=True)


def make_listed(file: File, shared: Press, found: Read) -> Made:
    """Render and write a page of the navigation, which was read."""
    page = of(file)
    page.content, page.toc, page.markdown, page.meta = found.text
    made = _made(page, shared, found.source, found.looked_for, found.said, remembered=False)
    close_front_matter(file)
    return made


def _made(  # noqa: PLR0913 - what was read of a page, and how it is rendered
    page: Page,
    shared: Press,
    source: bytes,
    looked_for: Mapping[str, str | None],
    read: list[Said],
    *,
    remembered: bool,
) -> Made:
    alone = False
    with logs.held_back(LOG) as rendered:
        try:
            data = render(page, shared, remembered=remembered)
        except Exception:  # noqa: BLE001 - as above
            rendered.clear()
        else:
            alone = bool(data)
            if data:
                outputs.replace_file(page.file.abs_dest_path, data)
    anchors = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    ids = sorted(page.present_anchor_ids or ())
    title = page._title_from_render  # noqa: SLF001 - as MkDocs does
    close(page.file)
    return Made(source, pack(dict(page.meta)), title, ids, anchors, dict(looked_for), read, rendered, alone)


def close(file: File) -> None:
    """Put a page's text away: what others may know of it is its title, address and front matter."""
    guard: Any = Guard()
    page = of(file)
    page.content = page.toc = page.markdown = guard


def close_front_matter(file: File) -> None:
    """Let others see only plain values of a page's front matter, which is what the navigation's fingerprint holds."""
    page = of(file)
    guard = Guard()
    page.meta = {name: value if isinstance(value, PLAIN) else guard for name, value in page.meta.items()}


def of(file: File) -> Page:
    """Give the page of a document, which every document has since the navigation was made."""
    assert file.page is not None  # noqa: S101 - as the first line says
    return file.page


def render_as_always(file: File, shared: Press) -> None:
    """Render and write a page the stock way, where all pages are populated."""
    outputs.detach(Path(file.abs_dest_path))
    _build_page(of(file), shared.config, shared.files.documentation_pages(), shared.nav, shared.env)
