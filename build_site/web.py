"""What an archive is called, and where its pages and files stand on the web."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Settings:
    """Values of an archive's `mkdocs.yml` that stand on pages."""

    name: str = "Press Archive"
    """`site_name`."""
    description: str = ""
    """`site_description`."""
    site_url: str = ""
    """`site_url`, ending in a slash; empty where the archive is not published."""
    repo_url: str = ""
    """`repo_url`."""
    contact: str = ""
    """`extra.contact`: address (`mailto:` or `https`) for removal and correction, not a public list of issues."""
    support: tuple[tuple[str, str], ...] = ()
    """`extra.support`: name and address of places that help readers of distressing articles."""

    def absolute(self, address: str) -> str:
        """Make an address within the archive absolute; empty where the archive has no address of its own."""
        return f"{self.site_url}{quote(address)}" if self.site_url else ""


CORRECTIONS = "corrections/"
"""Address, within the archive, of the list of corrections."""


def page_address(path: str) -> str:
    """Address, within the archive, of the page made from `path` under `docs/`: `topics/ports.md` → `topics/ports/`."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def article_address(article_id: str) -> str:
    """Address of an article's page within the archive. It never changes."""
    return f"articles/{article_id}/"


def topic_address(topic_id: str) -> str:
    """Address of a topic's page within the archive."""
    return f"topics/{topic_id}/"


def source_address(key: str) -> str:
    """Address of a source's page within the archive."""
    return f"sources/{key}/"


def person_address(key: str) -> str:
    """Address of a person's page within the archive."""
    return f"people/{key}/"
