"""The command `build-site`."""

from build_site.cli.main import main

__all__ = ["main"]
