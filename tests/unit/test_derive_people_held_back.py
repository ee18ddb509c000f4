"""People whom a text calls a child or a victim are held back; whoever is only spoken of beside one is not."""

from __future__ import annotations

import pytest

from build_site.derive.model import DerivedPerson, Status
from build_site.derive.people import derive_people
from build_site.registers.model import Registers
from build_site.seed.text import Text


def derive(content: str) -> tuple[DerivedPerson, ...]:
    return derive_people(Text("seeds/x.txt", content), (), (), Registers())


@pytest.mark.parametrize("clause", ["aged 15", "9", "a 12-year-old", "who was 11", "then 16", "a schoolgirl"])
def test_a_child_is_held_back(clause: str) -> None:
    (person,) = derive(f"Ada Fenwick, {clause}, drew the stamp.")
    assert (person.status, person.reason) == (Status.HELD_BACK, "called a child")


@pytest.mark.parametrize("clause", ["aged 45", "19", "a 62-year-old", "who left school aged 15", "a former pupil"])
def test_a_grown_person_is_listed(clause: str) -> None:
    (person,) = derive(f"Ada Fenwick, {clause}, drew the stamp.")
    assert person.status is Status.LISTED


@pytest.mark.parametrize(
    "sentence",
    [
        "The victim, Ada Fenwick, lost a lamp.",
        "Ada Fenwick was one of the victims.",
        "Ada Fenwick, a flood survivor, spoke.",
        "The victim was named as Ada Fenwick.",
        "The complainant Ada Fenwick spoke.",
    ],
)
def test_a_victim_is_held_back(sentence: str) -> None:
    (person,) = derive(sentence)
    assert (person.status, person.reason) == (Status.HELD_BACK, "called a victim")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Fenwick, a lawyer for the victim, spoke.",
        "Ada Fenwick, a victim support worker, spoke.",
        "The victim’s lawyer, Ada Fenwick, spoke.",
        "Ada Fenwick said that she had met the victims.",
    ],
)
def test_whoever_speaks_of_victims_is_listed(sentence: str) -> None:
    (person,) = derive(sentence)
    assert person.status is Status.LISTED


def test_goals_in_brackets_are_no_ages() -> None:
    people = derive("Dunmarsh: Ada Fenwick (12), Tom Rudge (17), Bo Ann Lund (9), Ivo Hale (15).")
    assert {person.status for person in people} == {Status.LISTED}
