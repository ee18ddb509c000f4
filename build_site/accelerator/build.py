"""A build by MkDocs, in the order of `mkdocs.commands.build.build`, with its steps taken the shorter way.

Precondition: `proven.reason_to_step_aside` finds none; else MkDocs' own function runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs import utils
from mkdocs.commands import build as stock
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from build_site.accelerator import page as pages
from build_site.accelerator.memo import remember
from build_site.accelerator.theme import hasten
from build_site.machine import forks, logs

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from build_site.accelerator.page import Press
    from build_site.machine.logs import Said

LOG = "mkdocs"
"""MkDocs' logger; it counts the warnings that `--strict` stops for."""
KEPT = ".press-archive/mkdocs"
"""Folder of what is kept between builds, beside `mkdocs.yml`."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a page leaves behind that was read, converted, rendered and written, perhaps in another process."""

    meta: dict[str, object]
    """Its front matter."""
    title: str | None
    """The title that stands in its text."""
    ids: set[str]
    """What links can lead to."""
    anchors: dict[str, dict[str, str]]
    """Links to places in pages: path of the page → place → link as written."""
    said: tuple[list[Said], list[Said]]
    """What MkDocs said while it read and while it rendered."""
    rendered: bool
    """False where it has to be rendered when all others are known."""


def build(config: MkDocsConfig) -> None:
    """Build the site. Errors: as MkDocs."""
    counter = utils.CountHandler()
    counter.setLevel("WARNING")
    try:
        with logs.counted(LOG, counter if config.strict else None):
            config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            _build(config)
            config.plugins.on_post_build(config=config)
            _stop_if_strict(counter)
    except Exception as error:
        config.plugins.on_build_error(error=error)
        if isinstance(error, BuildError):
            logs.say_again([(LOG, logs.ERROR, str(error))])
            raise Abort("Aborted with a BuildError!") from error
        raise


def _stop_if_strict(counter: utils.CountHandler) -> None:
    if counts := counter.get_counts():
        said = ", ".join(f"{number} {level.lower()}s" for level, number in counts)
        raise Abort(f"Aborted with {said} in strict mode!")


def _build(config: MkDocsConfig) -> None:
    logs.tell(LOG, "Cleaning site directory")
    utils.clean_directory(config.site_dir)
    logs.tell(LOG, f"Building documentation to directory: {config.site_dir}")
    files = get_files(config)
    env = config.theme.get_env()
    remember(env)
    hasten(env, Path(config.config_file_path).parent / KEPT / "templates")
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    nav = config.plugins.on_nav(nav, config=config, files=files)
    shared = pages.press(config, files, nav, env)
    documents = [file for file in files.documentation_pages() if file.page]
    listed = [file for file in documents if file.page in nav.pages]
    for file in listed:
        pages.populate(_page(file), shared)
    others = [file for file in documents if file.page not in nav.pages]
    made = forks.share(lambda file: _make(_page(file), shared), others, lambda: _copy(files))
    _gather(others, made, files)
    for template in config.theme.static_templates:
        stock._build_theme_template(template, env, files, config, nav)  # noqa: SLF001 - MkDocs has no public name for it
    for template in config.extra_templates:
        stock._build_extra_template(template, files, config, nav)  # noqa: SLF001 - as above
    for file in listed:
        pages.render_as_always(_page(file), shared)
    for file, one in zip(others, made, strict=True):
        logs.say_again(one.said[1])
        if not one.rendered:
            pages.populate(_page(file), shared)
            pages.render_as_always(_page(file), shared)
    for file in documents:
        _page(file).validate_anchor_links(files=files, log_level=config.validation.links.anchors)


def _page(file: File) -> Page:
    assert file.page is not None  # noqa: S101 - every document has its page since the navigation was made
    return file.page


def _copy(files: Files) -> None:
    files.copy_static_files(inclusion=InclusionLevel.is_included)


def _make(page: Page, shared: Press) -> Made:
    with logs.held_back(LOG) as reading:
        pages.populate(page, shared)
    rendered = False
    with logs.held_back(LOG) as rendering:
        try:
            data = pages.render(page, shared)
        except Exception:  # noqa: BLE001 - the stock way raises it again, and says where
            rendering.clear()
        else:
            rendered = bool(data)
            if data:
                pages.write(page, data)
    anchors = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    found = page.present_anchor_ids or set()
    made = Made(dict(page.meta), page._title_from_render, found, anchors, (reading, rendering), rendered)  # noqa: SLF001 - as MkDocs does
    page.content = page.markdown = None
    return made


def _gather(others: list[File], made: list[Made], files: Files) -> None:
    """Take up what other processes found, so that templates of the whole site and checks of links see every page."""
    for file, one in zip(others, made, strict=True):
        page = _page(file)
        page.meta, page._title_from_render, page.present_anchor_ids = one.meta, one.title, one.ids  # noqa: SLF001 - as MkDocs does
        page.markdown = page.content = ""
        page.links_to_anchors = {files.src_uris[path]: links for path, links in one.anchors.items()}
        logs.say_again(one.said[0])
