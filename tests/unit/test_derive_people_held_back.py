"""People whom a text calls a child or a victim are held back; whoever is only spoken of beside one is not."""

from __future__ import annotations

import pytest

from build_site.derive.model import DerivedPerson, Status
from build_site.derive.people import derive_people
from build_site.registers.model import Registers
from build_site.seed.text import Text


def derive(content: str) -> tuple[DerivedPerson, ...]:
    return derive_people(Text("seeds/x.txt", content), (), (), Registers())


@pytest.mark.parametrize(
    "clause",
    [
        *("aged 15", "9", "a 12-year-old", "who was 11", "then 16", "a schoolgirl", "aged 11 months", "of Year 11"),
        *("who is in Year 4", "who was three weeks old", "who was born last March", "who turned 13 on Monday"),
        "who celebrated her tenth birthday",
    ],
)
def test_a_child_is_held_back(clause: str) -> None:
    (person,) = derive(f"Ada Fenwick, {clause}, drew the stamp.")
    assert (person.status, person.reason) == (Status.HELD_BACK, "called a child")


@pytest.mark.parametrize(
    "clause",
    [
        *("aged 45", "19", "a 62-year-old", "who left school aged 15", "a former pupil", "12 months in the post"),
        *("who turned 30 on Monday", "who turned 13 in 1950", "who was born last of six", "of Year 11 fame"),
        *("who celebrated her tenth birthday in 1962", "who celebrated her 50th birthday"),
    ],
)
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


def test_pupils_in_a_list_are_held_back_and_their_teachers_are_not() -> None:
    people = derive(
        "Pupils Ada Fenwick, Tom Rudge and Eve Orr came. Max Lay (aged 9) sang. "
        "Former pupils Bo Lund and Ivo Hale helped."
    )
    listed = {person.name for person in people if person.status is Status.LISTED}
    assert listed == {"Bo Lund", "Ivo Hale"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A man was charged with raping Ada Fenwick.",
        "He admitted sexually assaulting his neighbour Ada Fenwick.",
        "The rape of Ada Fenwick was planned.",
        "It was a sexual assault on Miss Ada Fenwick.",
        "Ada Fenwick alleged that she was sexually assaulted.",
        "Ada Fenwick told the court that she had been groomed.",
        "Ada Fenwick, who says she was molested, spoke.",
        "Ada Fenwick, now 31, was abused by the priest as a girl.",
        "Ada Fenwick described being raped.",
        "Ada Fenwick accused him of raping her.",
        "Ada Fenwick made a complaint of indecent assault.",
        "Ada Fenwick’s stepfather was jailed for abusing her.",
        "Ada Fenwick waived her right to anonymity.",
        "Ada Fenwick, who cannot be named for legal reasons, came.",
    ],
)
def test_whom_a_sexual_offence_was_done_to_is_held_back(sentence: str) -> None:
    (person,) = derive(sentence)
    assert (person.status, person.reason) == (Status.HELD_BACK, "may be anonymous by law")


@pytest.mark.parametrize(
    "sentence",
    [
        "He was raped by Ada Fenwick.",
        "She was raped while Ada Fenwick was away.",
        "Ada Fenwick was accused of raping a woman.",
        "Ada Fenwick, sexually abusing children for years, was jailed.",
        "Ada Fenwick was grooming boys.",
        "Allegations of rape against Ada Fenwick were dropped.",
        "The rape of Ada Fenwick’s client was planned.",
        "Prosecutor Ada Fenwick said that she had been raped.",
        "Mr Ada Fenwick said that she had been raped.",
        "Ada Fenwick, prosecuting, said that she had been raped.",
        "Ada Fenwick spoke of a woman being raped.",
        "Ada Fenwick made a film of sexual abuse.",
        "Ada Fenwick was abused by fans.",
        "They groomed Ada Fenwick to succeed him.",
        "Ada Fenwick cannot be beaten.",
    ],
)
def test_who_does_it_or_speaks_of_it_is_listed(sentence: str) -> None:
    (person,) = derive(sentence)
    assert person.status is Status.LISTED


def test_goals_in_brackets_are_no_ages() -> None:
    people = derive("Dunmarsh: Ada Fenwick (12), Tom Rudge (17), Bo Ann Lund (9), Ivo Hale (15).")
    assert {person.status for person in people} == {Status.LISTED}
