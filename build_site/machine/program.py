"""What this program is, to the byte: so that nothing another version made is taken for its own."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from functools import lru_cache
from pathlib import Path

import build_site
from build_site.machine.disk import find_files, read

_PARTS = (".py", ".txt")


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """SHA-256 over the program's own files and the version of Python, in hexadecimal.

    A changed rule or word list makes another fingerprint, also where the number of the version stayed the same.
    """
    folder = Path(build_site.__file__).parent
    digest = hashlib.sha256(f"{build_site.__version__} {sys.version} {unicodedata.unidata_version}".encode())
    for found in find_files(folder):
        if found.regular and found.path.endswith(_PARTS):
            data = read(folder / found.path)
            digest.update(f"\n{found.path} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def packages() -> tuple[str, ...]:
    """Name the installed packages with their versions, as the folders are named that installers keep of them.

    What is written in them is not read: a hundred of them take longer than all else that is noted of a site.
    """
    folders = {Path(folder) for folder in sys.path}
    return tuple(sorted({found.name for folder in folders for found in folder.glob("*.*-info")}))
