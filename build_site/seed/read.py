"""Read `seeds/`, a seed at a time; every problem of every file is gathered."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from build_site.machine import disk
from build_site.problem import Gathering, Position, problem
from build_site.seed import frontmatter, limits
from build_site.seed.decode import decode
from build_site.seed.folder import REGISTERS, sort_files
from build_site.seed.model import Seed
from build_site.seed.node import Mapping, compose
from build_site.seed.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from build_site.machine.disk import Found
    from build_site.seed.folder import SeedFiles
    from build_site.seed.node import Node


class Reader:
    """Reads the files of one archive and remembers their lines, so that a problem can show the line at fault."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lines: dict[str, list[str]] = {}
        self.problems = Gathering()

    def look(self) -> tuple[Found, ...]:
        """List the files in `seeds/`; none where there is no such folder, which is a problem."""
        with self.problems.step():
            return self._found()
        return ()

    def sort(self, found: Iterable[Found]) -> tuple[SeedFiles, ...]:
        """Tell which of the files make which seed, by id."""
        with self.problems.step():
            return sort_files(found, self.problems)
        return ()

    def seed(self, files: SeedFiles) -> Seed | None:
        """Read one seed; None where something is wrong with it."""
        with self.problems.step():
            return self._read_seed(files)
        return None

    def read_registers(self) -> dict[str, Mapping]:
        """Read the registers alone; an archive without a folder `seeds/` has none."""
        return self.registers(self._found() if disk.exists(self.root / "seeds") else ())

    def registers(self, found: Iterable[Found]) -> dict[str, Mapping]:
        """Read the registers that are among the files in `seeds/`."""
        registers = {}
        # A link is never followed, also not to show what is wrong with it: the line at fault may be a secret.
        own = {item.path for item in found if item.regular and item.size <= limits.REGISTER_BYTES}
        for name in REGISTERS:
            registers[name] = Mapping({}, {}, Position(f"seeds/registers/{name}.yml"))
            with self.problems.step():
                if f"registers/{name}.yml" in own:
                    registers[name] = self._read_register(name)
        return registers

    def _found(self) -> tuple[Found, ...]:
        folder = self.root / "seeds"
        if not disk.exists(folder):
            hint = "make the folder seeds/, or name the archive with --root"
            raise problem(Position("seeds"), f"there is no folder seeds/ in {self.root}", hint)
        return disk.find_files(folder)

    def _decode(self, path: str, data: bytes) -> str:
        decoded = decode(data, path)
        self.lines[path] = decoded.content.split("\n")
        self.problems.found.extend(decoded.notices)
        return decoded.content

    def _read_seed(self, files: SeedFiles) -> Seed:
        data = disk.read(f"{self.root}/{files.text}") if files.text else b""
        content = self._decode(files.text, data) if files.text else ""
        markdown = files.text.endswith(".md")
        record: Mapping | None = None
        text = Text(files.text, content) if files.text else None
        if markdown:
            parts = frontmatter.split(content, files.text)
            record, text = _mapping(parts.record), parts.text
        elif files.record:
            matter = self._decode(files.record, disk.read(f"{self.root}/{files.record}"))
            record = _mapping(compose(matter, files.record))
        if text is not None and not text.content.strip():
            raise problem(Position(text.path), "the text is empty", "paste the article's text, or remove the file")
        if text is not None:
            self.problems.found.extend(limits.check_shape(content, text.path))
        sha256 = hashlib.sha256(data).hexdigest() if files.text else ""
        return Seed(files.id, text, markdown, sha256, record, files.record or files.text)

    def _read_register(self, name: str) -> Mapping:
        path = f"seeds/registers/{name}.yml"
        content = self._decode(path, disk.read(self.root / path))
        return _mapping(compose(content, path, register=True))


def _mapping(node: Node) -> Mapping:
    if isinstance(node, Mapping):
        return node
    hint = "begin each line with a key, for example `title: Harbour dredging to start in May`"
    raise problem(node.position, "the file does not hold keys and values", hint)
