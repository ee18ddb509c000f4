"""The files below `docs/`, in MkDocs' order, with what MkDocs works out of each file's path worked out a folder.

Precondition: paths are written with `/`, no two files of a folder go to one address, nothing is named in
`exclude_docs` or `draft_docs`, and `not_in_nav` names whole folders at the top (`/articles/`): then a file without a
hidden folder above it is in the site as every other one in its top folder is. Else MkDocs' own list is taken. Nobody
gives a file another path later: a hook that wants one puts another file into the list, as MkDocs tells it to.
Gain: 0.10 s → 0.045 s for the 5,715 files of 1,000 articles, 0.66 s → 0.47 s for the 28,418 of 5,000; and half of
what it takes to tell pages from other files later.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, _file_sort_key, get_files, set_exclusions
from mkdocs.utils import is_markdown_file

from build_site.machine import outputs

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import InclusionLevel

_TOP_FOLDER = re.compile(r"/[A-Za-z0-9_-]+/")


def list_files(config: MkDocsConfig) -> Files:
    """List the files as MkDocs' `get_files` does."""
    if not outputs.SLASHES or not _by_top_folders(config):
        return get_files(config)
    levels: dict[str, InclusionLevel] = {}
    found = []
    # Read once: each look into the configuration is a call.
    make = partial(_file, config.docs_dir, config.site_dir, config.use_directory_urls)
    for folder, names in outputs.list_folders(config.docs_dir):
        files = [make(f"{folder}{name}") for name in sorted(names, key=_file_sort_key)]
        if len({file.dest_uri for file in files}) < len(files):
            return get_files(config)
        for file in files:
            top, below, _ = file.src_uri.partition("/")
            if not below or "/." in file.src_uri:
                set_exclusions([file], config)
            elif top in levels:
                file.inclusion = levels[top]
            else:
                set_exclusions([file], config)
                levels[top] = file.inclusion
        found += files
    return Files(found)


def _by_top_folders(config: MkDocsConfig) -> bool:
    """Tell whether what is in the site, and what is not in the navigation, is said of folders at the top only."""
    if config.exclude_docs or config.draft_docs:
        return False
    spec = config.not_in_nav
    return not spec or all(_TOP_FOLDER.fullmatch(str(pattern.pattern)) for pattern in spec.patterns)


class _Copied(File):
    """A file that is no page. MkDocs asks seven times whether it is one, and works it out of the path each time."""

    def is_documentation_page(self) -> bool:
        """Say that it is none."""
        return False


def _file(docs: str, site: str, use_directory_urls: bool, uri: str) -> File:  # noqa: FBT001 - as MkDocs names it
    """Make a file as its constructor does, without looking for what stands for the same path."""
    is_page = is_markdown_file(uri)
    kind = File if is_page else _Copied
    file = kind.__new__(kind)
    file.src_uri = uri
    file.src_dir = docs
    file.dest_dir = site
    file.use_directory_urls = use_directory_urls
    if not is_page:
        file.dest_uri = uri
    file.abs_src_path = f"{docs}/{uri}"
    return file
