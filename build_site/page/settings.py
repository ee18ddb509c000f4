"""What the pages need to know of `mkdocs.yml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Values of an archive's `mkdocs.yml` that stand on pages."""

    name: str = "Press Archive"
    """`site_name`."""
    description: str = ""
    """`site_description`."""
