"""Features that look at what stands before a name, and at the rest of the text."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.features_behind import presidency_behind, role_behind
from build_site.derive.people.peeling import BEFORE_DAYS, WEEKDAYS
from build_site.derive.people.vocabulary import (
    BEFORE_NAMES,
    ENGLISH,
    FIRST_NAMES,
    KINSHIP,
    MONTHS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    PLACES,
    SURNAME_WORDS,
    SURNAMES,
    is_demonym,
    is_role,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.view import View

VESSELS = parse("hms rms uss ss mv mt ins hmas hmcs yacht ferry ship trawler liner frigate destroyer")

SETTLEMENTS = parse(
    """city cities town towns village villages county counties district districts island islands province provinces
    region regions suburb suburbs borough boroughs hamlet hamlets parish port municipality"""
)
LIST_JOINTS = frozenset({",", "and"})
CIVIL = parse("mr mrs ms miss mx lord lady baroness sir dame dr prof professor cllr justice")
ADDRESSES = parse("mr mrs ms miss")
"""Honorifics before which a role that is a surname, too, is a name: `Mr King`."""
JUDGES = parse("mr mrs ms lord lady chief the")
"""Words before `Justice` that make a judge's title of it: `Criminal Justice Inspection` is a body."""
OFFICES = parse(
    """president senator congressman congresswoman governor chancellor premier minister secretary mayor admiral general
    captain commander colonel major lieutenant sergeant corporal inspector superintendent commissioner sheriff
    councillor cardinal pastor coroner magistrate chairman"""
)
"""Offices that stand before a surname alone in news."""
OWNERS = parse("his its their our my your")
TALES = parse("ballad legend adventures tale diary diaries story curse return life lives death murder passion trials")
"""Words with a capital that begin titles of works about somebody."""
CIRCLES = parse("band cast crew family jury panel staff squad team")
"""Who has people as `members`; a union's may be countries."""
CURRENCIES = frozenset("£$€")
PARTIES = parse("labour tory conservative democrat republican plaid snp ukip dem mp mep msp")
"""What stands in capitals before politicians' names."""


def honorific(view: View) -> float:
    """Say whether `Mr`, `Dame` or the like stands before the name."""
    return view.candidate.has_honorific


def civil_honorific(view: View) -> float:
    """Say whether `Mr`, `Lord` or the like stands before one English word: no role, unless behind `Mr` a surname."""
    word = view.candidate.core[0]
    is_body = view.candidate.title == "justice" and not JUDGES.issuperset(view.candidate.front[-2:-1])
    is_title = view.candidate.title in CIVIL and not is_body
    is_name = not is_role(word) or (view.candidate.title in ADDRESSES and word in SURNAME_WORDS)
    return view.candidate.is_single and is_title and word in ENGLISH and is_name


def role_in_capitals(view: View) -> float:
    """Say whether a role with a capital stands before the name: `Captain Ada Fenwick`."""
    return view.candidate.has_role


def role_before(view: View) -> float:
    """Say whether a role stands directly before the run: `captain Ada Fenwick`, `number two Ada Fenwick`."""
    if not view.is_bare:
        return False
    is_member = view.previous == "members" and view.before_low(1) in CIRCLES
    return is_member or is_role(view.previous) or view.before_low(1) == "number"


def role_and_comma_before(view: View) -> float:
    """Say whether a role and a comma stand before the name: `the curator, Ada Fenwick`."""
    return view.is_bare and view.previous == "," and is_role(view.before_low(1)) and not role_behind(view)


def kinship_before(view: View) -> float:
    """Say whether a word of kinship stands before the name."""
    previous = view.before_low(1) if view.previous == "," else view.previous
    return previous in KINSHIP or view.candidate.title in KINSHIP


def reporting_before(view: View) -> float:
    """Say whether a verb stands before the name whose subject or object is a person."""
    return view.previous in BEFORE_NAMES


def article_before(view: View) -> float:
    """Say whether `the` stands before a name without a title, `his` where a noun follows, or `a` where none does.

    `The` may belong to an office, `of the Treasury Bo Lund`, or to what a hyphen joins, `the Bo Lund-trained mare`;
    `a` to a noun: `a Bo Lund mask`, but not `with a Bo Lund`.
    """
    if view.following == "-" and view.after[0].start == view.name[-1].end:
        return False
    if view.previous in {"a", "an"} and view.is_bare:
        return bool(view.following) and not view.after[0].is_word
    if view.candidate.front[-1:] == ("the",) or (view.previous in OWNERS and is_attribute(view)):
        return True
    is_office = view.candidate.is_peeled and view.before_low(1) in {"of", "for"}
    return view.previous == "the" and view.is_bare and not is_office and not presidency_behind(view)


def is_attribute(view: View) -> bool:
    """Say whether a name of several words without a title stands before a noun: `his Fenwick Turnmoor course`."""
    behind = view.after[:1]
    return view.is_bare and not view.candidate.is_single and any(one.is_word and not one.is_capital for one in behind)


def place_preposition(view: View) -> float:
    """Say how strongly `in`, `at` or the like before a name without a title speaks for a place."""
    if view.previous not in PLACE_PREPOSITIONS or not view.is_bare or demonym_before(view):
        return 0.0
    return 0.5 if view.candidate.core[0] in FIRST_NAMES and not view.candidate.is_single else 1.0


def place_in_a_place(view: View) -> float:
    """Say whether the name is a place in another: `in Fenwick Groves, Missouri,`."""
    if view.previous not in {"in", "near", "at"} or view.following != "," or not view.is_bare:
        return False
    where = view.after[1:3]
    return bool(where) and where[0].is_capital and where[0].low in PLACES and not where[-1].is_capital


def number_before(view: View) -> float:
    """Say whether the name is an item of a numbered list, as in a team sheet: `7 Ada Fenwick`, `7 - Ada Fenwick`."""
    number = view.before_low(1) if view.previous in {"-", ".", ")", "–"} else view.previous
    if view.following == "," and view.after_low(1) in PLACES:
        return False  # an address: `64 Fenwick Rise, Northport`
    is_price = view.before_low(1) in CURRENCIES
    return number.isdecimal() and len(number) < 3 and not is_price and not view.candidate.is_single  # noqa: PLR2004 - no year


def of_before(view: View) -> float:
    """Say whether a capitalised word and `of` stand before a name without a title."""
    is_of = view.previous == "of" and view.is_bare and len(view.before) > 1
    return is_of and view.before[1].is_capital and not is_role(view.before[1].low)


def work_about(view: View) -> float:
    """Say whether the name stands in the title of a work: `The Ballad of Ada Fenwick`."""
    return view.previous == "of" and view.before_low(1) in TALES and view.before[1].is_capital


def place_noun_before(view: View) -> float:
    """Say whether `town of` or the like stands before the name."""
    return view.previous == "of" and view.before_low(1) in PLACE_NOUNS


def vessel_before(view: View) -> float:
    """Say whether a kind of vessel stands before the name."""
    return view.previous in VESSELS or bool(VESSELS & set(view.candidate.front))


def settlement_before(view: View) -> float:
    """Say whether `town of`, `villages of` or the like stands before the name."""
    if view.previous != "of" and view.previous not in LIST_JOINTS:
        return False
    names = takewhile(lambda token: token.is_capital or token.low in LIST_JOINTS, view.before)
    count = sum(1 for _ in names)
    return view.before_low(count) == "of" and view.before_low(count + 1) in SETTLEMENTS


def day_before(view: View) -> float:
    """Say whether the first word is a day or month that belongs to what stands before it: `On Tuesday Fenwick`."""
    first = view.candidate.words[0]
    if view.candidate.has_honorific:
        return False
    if view.previous.isdecimal():
        return first in MONTHS
    is_day = first in WEEKDAYS or (first in MONTHS and view.candidate.words[1:2] == view.candidate.core[1:2])
    return is_day and view.previous in BEFORE_DAYS


def demonym_before(view: View) -> float:
    """Say whether a word for where somebody is from stands before a name of two or three words: `Dane Bo Lund`."""
    candidate = view.candidate
    return bool(candidate.front) and is_demonym(candidate.front[-1]) and len(candidate.words) in {2, 3}


def party_before(view: View) -> float:
    """Say whether a party stands before a name of two or three words: `Liberal Democrat Ada Fenwick`."""
    candidate = view.candidate
    return bool(candidate.front) and candidate.front[-1] in PARTIES and len(candidate.words) in {2, 3}


def plural(view: View) -> float:
    """Say whether the name is a plural with `the`: `the Fenwicks`."""
    return view.previous == "the" and view.candidate.words[-1].endswith("s")


def in_a_list(view: View) -> float:
    """Say whether a name of several words follows `and` or a comma."""
    return view.previous in {"and", ","} and not view.candidate.is_single


def beside_a_name(view: View) -> float:
    """Say whether a comma or `and` joins the name to what looks like a full name."""
    return view.is_beside_name and not view.candidate.is_single


def pronoun(view: View) -> float:
    """Say whether `he`, `she` or the like follows soon."""
    return view.has_pronoun


def surname_alone(view: View) -> float:
    """Say whether the last word also stands alone as a name in this text."""
    candidate = view.candidate
    if candidate.is_single or candidate.core[-1] in PLACES:
        return False
    return view.statistics.alone[candidate.core[-1]] > 0


def first_name_alone(view: View) -> float:
    """Say whether the first word is a first name that stands alone in this text, as in magazines: `Ada said`."""
    core = view.candidate.core
    if view.candidate.is_single or core[0] not in FIRST_NAMES or view.statistics.alone[core[0]] < 2:  # noqa: PLR2004 - once may be chance
        return False
    return core[-1] in SURNAMES or core[-1] not in ENGLISH


def honorific_elsewhere(view: View) -> float:
    """Say whether the last word has an honorific elsewhere in this text."""
    return not view.candidate.has_honorific and view.candidate.core[-1] in view.statistics.honoured


def copied_page(view: View) -> float:
    """Say whether the text is a copied page: lines without a full stop stand between its sentences."""
    return view.statistics.is_page


def repeated(view: View) -> float:
    """Say whether the same words stand at least twice."""
    return view.statistics.phrases[view.candidate.words] > 1
