"""The pictures of the guides can be taken, and those that are committed are the ones that would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pictures import BROKEN, FOLDER, MOST, PICTURES, WIDTH, size_of, take_all

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_every_picture_is_taken_and_light(browser: Browser, tmp_path: Path) -> None:
    taken = dict(take_all(browser, tmp_path))
    heights = {picture.name: picture.height for picture in (*PICTURES, BROKEN)}
    assert {name: size_of(data) for name, data in taken.items()} == {name: (WIDTH, heights[name]) for name in heights}
    assert {name: size_of((FOLDER / f"{name}.webp").read_bytes()) for name in taken} == {
        name: size_of(data) for name, data in taken.items()
    }
    assert len(set(taken.values())) == len(taken), "no two are alike"
    assert max(map(len, taken.values())) <= MOST
    # A blank page of this size makes a WebP of two kilobytes.
    assert min(map(len, taken.values())) > 5_000
