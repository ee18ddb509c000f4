"""Site, seeds and tag files → a bag in a folder → a zip; the site alone → a ZIM."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from build_site.machine import disk
from build_site.machine.packed import pack, sha256_of
from build_site.machine.zim import write_zim
from build_site.offline import bag
from build_site.offline.front import front_page, zim_page
from build_site.offline.lean import LEFT_OUT
from build_site.offline.site import BAG, SITE, WORK
from build_site.offline.zim import FIRST, entry, icon, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from build_site.machine.zim import Entry
    from build_site.offline.about import About

FRONT = "index.html"
"""The first page, at the top of the copy."""
_EARLIEST = dt.date(1980, 1, 1)


def make_zip(root: Path, about: About, seeds: Mapping[str, bytes], out: Path) -> Path:
    """Finish the bag around the site that stands in it, and pack it into `out`; return the zip.

    Beside the zip stands a file with its SHA-256, in the form that `sha256sum --check` reads.
    """
    folder = root / BAG
    for path, data in seeds.items():
        disk.write_if_changed(folder / bag.PAYLOAD / path, data)
    for path, data in _tags(folder, about).items():
        disk.write_if_changed(folder / path, data)
    target = out / f"{about.name}.zip"
    pack(target, folder, about.name, disk.find_paths(folder), about.day or _EARLIEST)
    _record_digest(target)
    return target


def make_zim(root: Path, about: About, out: Path) -> Path:
    """Make the copy for Kiwix from the site that stands in the bag; return it. The reader has a search of its own."""
    target = out / f"{about.name}.zim"
    write_zim(target, _entries(root, about), metadata(about), icon(), FIRST)
    _record_digest(target)
    return target


def clear(root: Path) -> None:
    """Remove what was only needed to make a copy."""
    disk.remove_folder(root / WORK)


def _entries(root: Path, about: About) -> Iterator[Entry]:
    site = root / BAG / SITE
    yield entry(FIRST, zim_page(about))
    for item in disk.find_files(site):
        if not item.path.startswith(LEFT_OUT):
            yield entry(item.path, disk.read(site / item.path))


def _record_digest(target: Path) -> None:
    disk.write_if_changed(digest_file(target), f"{sha256_of(target)}  {target.name}\n".encode())


def digest_file(target: Path) -> Path:
    """Name the file beside a zip or a ZIM that keeps its SHA-256 as a whole."""
    return target.with_name(f"{target.name}.sha256")


def _tags(folder: Path, about: About) -> dict[str, bytes]:
    found = disk.find_files(folder / bag.PAYLOAD)
    payload = {
        f"{bag.PAYLOAD}{item.path}": bag.Stored(sha256_of(folder / bag.PAYLOAD / item.path), item.size)
        for item in found
    }
    tags = {
        bag.DECLARATION: bag.DECLARED,
        bag.INFO: bag.info_file(about.labels, payload),
        bag.MANIFEST: bag.manifest({path: stored.sha256 for path, stored in payload.items()}),
        FRONT: front_page(about),
    }
    return tags | {bag.TAG_MANIFEST: bag.manifest({path: bag.digest(data) for path, data in tags.items()})}
