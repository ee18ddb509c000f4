"""A register's entry is found in typographic and in plain form, and never where it is not clear which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.registers.lookup import Lookup
from build_site.registers.model import Person, Registers, Source
from tests.archive import make_archive

if TYPE_CHECKING:
    from pathlib import Path


def people(*names: str) -> Lookup:
    return Lookup(Registers(people={name: Person(name, name, name) for name in names}))


@pytest.mark.parametrize(
    ("entry", "form"),
    [
        ("Fintan O’Darragh", "Fintan O'Darragh"),
        ("Fintan O'Darragh", "FINTAN O’DARRAGH"),
        ("Zoë Łukas-Ashdown", "Zoe Łukas‑Ashdown"),
        ("Zoe Ashdown", "Zoë Ashdown"),
        ("Zoë Ashdown", "Zoe\u0308 Ashdown"),
    ],
)
def test_a_person_is_found_in_every_form(entry: str, form: str) -> None:
    found = people("Bo Lindqvist", entry).person(form)
    assert found is not None
    assert found.name == entry


def test_an_exact_form_comes_first() -> None:
    both = people("Zoe Ashdown", "Zoë Ashdown")
    assert [getattr(both.person(name), "name", None) for name in ("zoe ashdown", "ZOË ASHDOWN")] == [
        "Zoe Ashdown",
        "Zoë Ashdown",
    ]


def test_what_fits_two_leads_to_neither() -> None:
    assert people("Zoé Ashdown", "Zoë Ashdown").person("Zoe Ashdown") is None


def test_an_outlet_is_found_too() -> None:
    found = Lookup(Registers(sources={"s": Source("s", "Mariners’ Post")})).source("The Mariners' Post")
    assert found is not None


def test_an_unlisted_person_is_unlisted_in_every_spelling(tmp_path: Path) -> None:
    register = "--- seeds/registers/people.yml\npeople:\n  zoe: {name: Zoë O’Leary, unlisted: true}\n"
    text = "--- seeds/pier.txt\nZoe O'Leary said that the pier was dry. Zoe O'Leary waved. This text is invented.\n"
    (article,) = pipeline.load(make_archive(tmp_path, register + text)).articles
    assert article.people.value == ()
    assert "Leary" not in article.title.value
