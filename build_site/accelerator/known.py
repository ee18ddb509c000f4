"""What is known of each page of a build: from the last one, or because it was made in this one."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from build_site.accelerator import fingerprint, page
from build_site.accelerator.addresses import seen
from build_site.accelerator.kept import Kept, KeptMeta, PageRecord, digest, fresh, load, save
from build_site.machine import outputs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mkdocs.structure.files import File

    from build_site.accelerator.kept import Made
    from build_site.accelerator.page import Press
    from build_site.machine.outputs import Stamp


class Known:
    """Pages of the last build that may be used again, and those that were made."""

    def __init__(self, shared: Press, documents: Sequence[File], folder: Path, versions: Mapping[str, str]) -> None:
        self.shared = shared
        self.documents = documents
        self.made: dict[str, Made] = {}
        self._read: dict[str, page.Read] = {}
        self.listed = [file for file in documents if page.of(file) in shared.nav.pages]
        site = posixpath.relpath(shared.config.site_dir, folder.as_posix())
        self._path = folder / f"{digest(site.encode()).hex()[:16]}.kept"
        try:
            self.kept = load(self._path, fingerprint.of_build(shared.config, versions, page.LOG))
        except fingerprint.UnknownValueError:
            self.kept = Kept()
        self._files = fingerprint.of_files(shared.files)
        self._looked_for = (
            None if self._files == self.kept.files else {file.src_uri: seen(file) for file in shared.files}
        )
        self._nav = b""
        self._stamps: dict[str, Stamp] = {}
        self._same = {file.src_uri for file in documents if self._is_same(file)}

    def _is_same(self, file: File) -> bool:
        """Tell whether the text of a page and what it looks for are as they were; note its text."""
        if file.abs_src_path is None:
            return False
        record = self.kept.pages.get(file.src_uri)
        stamp = outputs.source_stamp(file.abs_src_path)
        self._stamps[file.src_uri] = stamp
        if not record or not record.made.alone or not fresh(record, self._looked_for):
            return False
        return record.stamp == stamp or record.made.source == digest(file.content_bytes)

    def read_listed(self) -> None:
        """Read the pages of the navigation, whose titles stand in all others."""
        for file in self.listed:
            if file.src_uri in self._same:
                self._restore(file, self.kept.pages[file.src_uri].made)
            else:
                self._read[file.src_uri] = page.read_and_close(file, self.shared)
        self._nav = fingerprint.of_navigation(self.shared.nav)
        for file in self.listed:
            page.close_front_matter(file)

    def settle(self, left: Mapping[str, Stamp]) -> list[File]:
        """Decide which pages have to be made, in the order of the documents."""
        todo = []
        for file in self.documents:
            uri = file.src_uri
            if (
                uri in self._same
                and self._nav == self.kept.nav
                and left.get(file.dest_uri) == self.kept.pages[uri].output
            ):
                self.made[uri] = self.kept.pages[uri].made
                continue
            if uri in self._same and file in self.listed:
                self._read[uri] = page.read_and_close(file, self.shared)
                page.close_front_matter(file)
            todo.append(file)
        return todo

    def make_listed(self, todo: Sequence[File]) -> None:
        """Render and write the pages of the navigation, each without a look into the texts of the others."""
        for file in todo:
            if file in self.listed:
                self.take(file, page.make_listed(file, self.shared, self._read[file.src_uri]))

    def take(self, file: File, made: Made) -> None:
        """Take up what a page left behind."""
        self.made[file.src_uri] = made

    def restore(self) -> None:
        """Give every page what templates of the whole site and checks of links look at."""
        for file in self.documents:
            self._restore(file, self.made[file.src_uri])

    def _restore(self, file: File, made: Made) -> None:
        found = page.of(file)
        found.meta = KeptMeta(made.meta)
        found._title_from_render = made.title  # noqa: SLF001 - as MkDocs does
        found.present_anchor_ids = set(made.ids)
        uris = self.shared.files.src_uris
        found.links_to_anchors = {uris[path]: links for path, links in made.anchors.items()}
        page.close(file)

    def open_all(self) -> None:
        """Read every page wholly, for a template that looks into all of them."""
        for file in self.documents:
            page.read(file, self.shared)

    def save(self, *, changed: bool) -> None:
        """Keep this build for the next one, where it is not just as the last one."""
        before = self.kept
        if not before.build or not (changed or before.files != self._files or before.pages.keys() != self.made.keys()):
            return
        pages = {file.src_uri: self._record(file) for file in self.documents if file.src_uri in self._stamps}
        usable = {uri: record for uri, record in pages.items() if record}
        save(self._path, Kept(before.build, self._nav, self._files, usable, before.copies))

    def _record(self, file: File) -> PageRecord | None:
        made = self.made[file.src_uri]
        if not made.alone:
            return None
        return PageRecord(self._stamps[file.src_uri], outputs.output_stamp(file.abs_dest_path), made)
