"""The copy for Kiwix: it passes the checker of the format, answers a search, and holds nothing that is withheld."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from build_site.machine import zim as machine_zim
from build_site.offline.lean import LEFT_OUT
from build_site.offline.zim import entry, icon
from build_site.problem import ProblemsError
from tests import offline_archive
from tests.inside import run_inside
from tests.offline_archive import UNLISTED, WITHHELD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

reader = pytest.importorskip("libzim.reader", reason="libzim is an optional extra")
search = pytest.importorskip("libzim.search", reason="libzim is an optional extra")

ZIMCHECK = shutil.which("zimcheck") or ""
KIWIX = shutil.which("kiwix-serve") or ""


@pytest.fixture(scope="module")
def zim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = offline_archive.make(tmp_path_factory.mktemp("archive"))
    run = run_inside(root, "offline", "--edition", "public", "--formats", "zim")
    assert run.status == 0, run.err
    (found,) = (root / "dist").glob("*.zim")
    assert not list((root / "dist").glob("*.zip"))
    return found


def entries(path: Path) -> Iterator[tuple[str, str]]:
    archive = reader.Archive(path)
    for number in range(archive.all_entry_count):
        found = archive._get_entry_by_id(number)  # noqa: SLF001 - the library has no other way to list them
        if not found.is_redirect:
            yield found.path, bytes(found.get_item().content).decode("utf-8", "replace")


def found_by(path: Path, words: str) -> list[str]:
    archive: Any = reader.Archive(path)
    asked = search.Searcher(archive).search(search.Query().set_query(words))
    return list(asked.getResults(0, 10))


def test_it_holds_nothing_withheld(zim: Path) -> None:
    held = dict(entries(zim))
    assert "narwhal" in held["articles/plain.html"]
    assert [(path, word) for path, text in held.items() for word in WITHHELD if word in text] == []
    with_texts = {"articles/plain.html", "articles/shown.html"}
    named = {path for path, text in held.items() if any(name in text for name in UNLISTED)}
    assert named <= with_texts


def test_its_own_search_finds_what_the_edition_shows(zim: Path) -> None:
    assert found_by(zim, "narwhal") == ["articles/plain.html"]
    assert found_by(zim, "axolotl") == ["articles/marked.html"]
    for word in ("platypus", "wombat", "swordfish", "quokka"):
        assert found_by(zim, word) == [], word


def test_it_says_what_it_is(zim: Path) -> None:
    archive = reader.Archive(zim)
    said = {name: archive.get_metadata(name).decode() for name in ("Title", "Language", "Date", "Flavour", "Source")}
    assert said == {
        "Title": "Press Archive",
        "Language": "eng",
        "Date": "2032-02-03",
        "Flavour": "public",
        "Source": offline_archive.SITE_URL,
    }
    first = bytes(archive.main_entry.get_item().content).decode()
    assert "4 articles; of 3 the text is in this copy" in first
    assert 'href="index.html"' in first
    assert archive.has_illustration(48)


def test_no_page_has_a_policy_of_its_own(zim: Path) -> None:
    assert [path for path, text in entries(zim) if "Content-Security-Policy" in text and path.endswith(".html")] == []


def test_it_has_the_pages_and_nothing_that_its_reader_does_not_need(zim: Path) -> None:
    held = dict(entries(zim))
    assert {path for path in held if path.startswith(LEFT_OUT)} == set()
    assert {path for path in held if path.startswith("articles/")} == {
        *(f"articles/{name}.html" for name in ("plain", "shown", "marked", "closed", "gone", "old-ferry", "once-gone")),
    }
    pages = {path: text for path, text in held.items() if path.endswith(".html")}
    assert [path for path, text in pages.items() if re.search(r'href="[^"]*\b(?:search|data|cite|feeds)/', text)] == []
    assert [path for path, text in pages.items() if 'href="data:' in text or "pa-search" in text] == []
    assert "Cite this article" in pages["articles/plain.html"]


def test_it_is_verified_as_a_whole(zim: Path, tmp_path: Path) -> None:
    copy = tmp_path / zim.name
    shutil.copy(zim, copy)
    assert run_verify(copy) == 1
    shutil.copy(f"{zim}.sha256", tmp_path)
    assert run_verify(copy) == 0
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    assert run_verify(copy) == 1


def run_verify(path: Path) -> int:
    return offline_archive.run_verify(path)[0]


@pytest.mark.skipif(not ZIMCHECK, reason="zimcheck (Debian: zim-tools) is not installed")
def test_the_checker_of_the_format_accepts_it(zim: Path) -> None:
    # zimcheck 3.1 of Debian 12 knows no file of libzim 3.7 or later; the lock names 3.6.
    done = subprocess.run([ZIMCHECK, str(zim)], check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Overall Test Status: Pass" in done.stdout
    assert "[ERROR]" not in done.stdout


@pytest.fixture
def kiwix(zim: Path) -> Iterator[str]:
    if not KIWIX:
        pytest.skip("kiwix-serve (Debian: kiwix-tools) is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([KIWIX, "--address", "127.0.0.1", "--port", str(port), str(zim)]) as server:
        try:
            yield _ready(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()


def _ready(address: str) -> str:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - it is the server of this test
        except OSError:
            time.sleep(0.2)
        else:
            return address
    pytest.fail("kiwix-serve does not answer")


def test_a_real_reader_serves_a_search(kiwix: str, zim: Path) -> None:
    query = f"{kiwix}/search?content={zim.stem}&pattern=narwhal"
    with urllib.request.urlopen(query, timeout=60) as answer:  # noqa: S310 - it is the server of this test
        said = answer.read().decode()
    assert "Harbour wall is whitewashed" in said
    assert "articles/plain.html" in said


def test_the_icon_is_a_picture_of_48_by_48() -> None:
    data = icon()
    assert data.startswith(b"\x89PNG")
    assert data[16:24] == (48).to_bytes(4) * 2


def test_a_former_address_is_not_listed() -> None:
    page = b"<title>Moved</title><meta http-equiv=\"refresh\" content='0; url=x.html'>"
    assert not entry("articles/old.html", page).listed
    assert entry("articles/new.html", b"<title>A &amp;\n b</title>").title == "A & b"


def test_without_the_library_the_words_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libzim.writer", None)
    with pytest.raises(ProblemsError, match="libzim is not installed"):
        machine_zim.require_libzim()
