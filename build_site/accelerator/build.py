"""A build by MkDocs, in the order of `mkdocs.commands.build.build`, with its steps taken the shorter way.

Precondition: `proven.reason_to_step_aside` finds none; else MkDocs' own function runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs import utils
from mkdocs.commands import build as stock
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import set_exclusions
from mkdocs.structure.nav import get_navigation

from build_site.accelerator import copies, page, proven
from build_site.accelerator.addresses import excluded
from build_site.accelerator.known import Known
from build_site.accelerator.listing import list_files
from build_site.accelerator.memo import remember
from build_site.accelerator.page import LOG
from build_site.accelerator.theme import hasten
from build_site.accelerator.views import NeedsOthersError
from build_site.machine import collecting, forks, logs, outputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from build_site.accelerator.page import Press

KEPT = ".press-archive/mkdocs"
"""Folder of what is kept between builds, beside `mkdocs.yml`."""


def build(config: MkDocsConfig) -> None:
    """Build the site. Errors: as MkDocs."""
    counter = utils.CountHandler()
    counter.setLevel("WARNING")
    try:
        with logs.counted(LOG, counter if config.strict else None), collecting.rarely():
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
    shared = _prepare(config, Path(config.config_file_path).parent / KEPT)
    documents = shared.files.documentation_pages()
    known = Known(shared, documents, Path(config.config_file_path).parent / KEPT, proven.installed())
    left = outputs.sweep(Path(config.site_dir), _wanted(shared))
    known.read_listed()
    todo = known.settle(left)
    known.make_listed(todo)
    others = [file for file in todo if file not in known.listed]
    copied: list[bool] = []
    made = forks.share(
        lambda file: page.make(file, shared), others, lambda: copied.append(copies.bring(shared, known.kept, left))
    )
    for file, one in zip(others, made, strict=True):
        known.take(file, one)
    known.restore()
    _finish(shared, known, documents)
    known.save(changed=bool(todo) or copied[0])


def _prepare(config: MkDocsConfig, kept: Path) -> Press:
    """Gather files, templates and navigation as MkDocs does."""
    logs.tell(LOG, "Cleaning site directory")
    logs.tell(LOG, f"Building documentation to directory: {config.site_dir}")
    files = list_files(config)
    env = config.theme.get_env()
    remember(env)
    hasten(env, kept / "templates")
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    return page.press(config, files, nav, env)


def _wanted(shared: Press) -> set[str]:
    """Give the paths of all that the site may hold."""
    templates = {*shared.config.theme.static_templates, *shared.config.extra_templates}
    files = {file.dest_uri for file in shared.files if not excluded(file)}
    return {*files, *templates, *(f"{name}.gz" for name in templates)}


def _finish(shared: Press, known: Known, documents: Sequence[File]) -> None:
    """Build what needs to know all pages: templates of the whole site, pages that read others, checks of links."""
    for file in documents:
        logs.say_again(known.made[file.src_uri].read)
    last = [file for file in documents if not known.made[file.src_uri].alone]
    if last:
        known.open_all()
    try:
        _templates(shared)
    except NeedsOthersError:
        known.open_all()
        _templates(shared)
    for file in documents:
        logs.say_again(known.made[file.src_uri].rendered)
        if file in last:
            page.render_as_always(file, shared)
    for file in documents:
        page.of(file).validate_anchor_links(files=shared.files, log_level=shared.config.validation.links.anchors)


def _templates(shared: Press) -> None:
    for name in shared.config.theme.static_templates:
        _detach(shared, name)
        stock._build_theme_template(name, shared.env, shared.files, shared.config, shared.nav)  # noqa: SLF001 - MkDocs has no public name for it
    for name in shared.config.extra_templates:
        _detach(shared, name)
        stock._build_extra_template(name, shared.files, shared.config, shared.nav)  # noqa: SLF001 - as above


def _detach(shared: Press, name: str) -> None:
    for path in (name, f"{name}.gz"):
        outputs.detach(Path(shared.config.site_dir) / path)
