"""The offline copy in Firefox, which lets a page from a file read no other file. Only where FIREFOX=1 asks for it."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

from tests import offline_archive
from tests.browser import firefox
from tests.offline_archive import make_copy, unpacked

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (os.environ.get("FIREFOX") and firefox.find()), reason="FIREFOX=1 with Firefox installed runs this"
    ),
]
SEARCH = """
const field = document.querySelector("#pa-words")
field.value = "ferry"
field.form.requestSubmit()
"""
TITLES = 'return [...document.querySelectorAll(".pa-page__list h2")].map((title) => title.textContent.trim())'
FACET = """
const boxes = [...document.querySelectorAll(".pa-facet input[type=checkbox]")]
const box = boxes.find((one) => one.name === "topic" && one.value.includes("Ferries"))
if (box) box.click()
return Boolean(box)
"""


def test_the_copy_is_read_filtered_searched_and_redirected(tmp_path: Path) -> None:
    root = offline_archive.make(tmp_path / "archive")
    folder = unpacked(make_copy(root, "full"), tmp_path / "Ärchive #1 & 100% más")
    base = f"{folder.as_uri()}/"
    with firefox.started(tmp_path / "profile") as browser:
        assert browser.be_strict_about_files()
        browser.watch()
        browser.open(f"{base}index.html")
        refused = 'return fetch("bagit.txt").then(() => "read", () => "refused")'
        assert browser.run(refused) == "refused", "Firefox is not as strict as it is for everybody"

        browser.open(f"{base}data/site/articles/shown.html")
        assert "zebrafish" in browser.run("return document.body.textContent")

        browser.open(f"{base}data/site/articles/old-ferry.html")
        browser.wait('return location.href.endsWith("articles/shown.html")')

        browser.open(f"{base}data/site/search/index.html")
        browser.run(SEARCH)
        assert "Ferry timetable stays" in browser.wait(f"{TITLES}.filter(Boolean)")
        assert browser.wait(FACET)
        assert browser.wait(f'{TITLES}.join("|") === "Ferry timetable stays"')

        assert browser.asked() == []
        # The same look sees a request that is made.
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            probe = f"http://127.0.0.1:{silent.getsockname()[1]}/probe"
            browser.run(f'setTimeout(() => location.assign("{probe}"))')
            browser.wait_asked(probe)
