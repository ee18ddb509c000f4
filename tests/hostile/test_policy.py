"""The content security policy: on every page, at once behind the character set, and nothing on a page needs more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.archive import make_archive
from tests.hostile.rendering import look
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = """\
--- seeds/pier.yml
title: 'Pier </title><script>alert(1)</script> "to" reopen'
source: The <b>Northport</b> Courier
published: 2031-04-02
people: ['Ada "><img src=x onerror=alert(1)> Fenwick']
summary: The pier <style>body{display:none}</style> opens.
formerly: [pier-old]
"""
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_archive(tmp_path_factory.mktemp("policy"), SEEDS)
    run = run_inside(root)
    assert run.status == 0, run.err
    return root / "site"


def test_every_page_has_it_before_anything_else(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        head = re.search(
            r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="(.*?)">', html
        )
        assert head, path
        assert dict(part.strip().split(" ", 1) for part in head[1].split(";")) == POLICY


def test_no_page_has_an_inline_script_or_style(site: Path) -> None:
    for path in site.rglob("*.html"):
        for name, attributes in look(path.read_text("utf-8")).elements:
            assert name != "style", path
            assert not [key for key in attributes if key == "style" or key.startswith("on")], (path, name)
            assert name != "script" or "src" in attributes or attributes["type"].startswith("application/"), path


def test_no_page_names_another_host_to_load_from(site: Path) -> None:
    for path in site.rglob("*.html"):
        for name, attributes in look(path.read_text("utf-8")).elements:
            if name in {"script", "img", "iframe", "source", "video", "audio", "embed", "object"}:
                assert not re.match(r"(?:https?:)?//", attributes.get("src", "")), (path, name)
            if name == "link" and attributes.get("rel") in {"stylesheet", "icon", "preload", "preconnect"}:
                assert not re.match(r"(?:https?:)?//", attributes["href"]), path
