"""MkDocs builds the same site in less time; `overrides/hooks/accelerate.py` is the only one that asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands import build as stock

from build_site.accelerator import build as accelerated
from build_site.accelerator.page import LOG
from build_site.accelerator.proven import installed, reason_to_step_aside
from build_site.machine import logs

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_stock_build = stock.build


def install() -> None:
    """Let the next build of this process be an accelerated one, where it was proven."""
    stock.build = build


def build(config: MkDocsConfig, *, serve_url: str | None = None, dirty: bool = False) -> None:
    """Build the site as MkDocs' own function does. Errors: as there."""
    stock.build = _stock_build
    reason = "it is for whole builds" if serve_url or dirty else reason_to_step_aside(config, installed())
    if reason:
        logs.tell(LOG, f"The accelerator steps aside: {reason}")
        _stock_build(config, serve_url=serve_url, dirty=dirty)
    else:
        accelerated.build(config)
