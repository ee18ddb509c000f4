"""Features that look at what stands around a name, and at the rest of the text."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import (
    BEFORE_NAMES,
    BODY_NOUNS,
    FIRST_NAMES,
    KINSHIP,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    PLACES,
    REPORTING,
    ROLE_APPOSITIVES,
    THING_NOUNS,
    is_role,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.view import View

RELATIVES = frozenset({"who", "whose", "himself", "herself"})
APPOSING = frozenset({",", "-", "–", "—"})
OBJECT_OF_FOUNDING = parse("founded established launched acquired runs founding joining bought owns")
PRESIDENCIES = parse(
    "government administration presidency era regime years family camp campaign cabinet premiership case trial fans"
)
"""What people have and bodies have not, behind a name with `the`."""
VESSELS = parse("hms rms uss ss mv mt ins hmas hmcs yacht ferry ship trawler liner frigate destroyer")
ADULT_AGES = range(1, 111)
APPOSITIVE = 6
"""Tokens behind a name, comma included, within which a role shows an appositive about a person."""
PHRASE_ENDS = parse(
    "who which that of for in on at by to from with and but as said says when where while is was has had"
)
AGE_MARKS = frozenset({",", "(", "aged", "now"})
AGED = frozenset({"aged", "now"})
CLOSING = frozenset({",", ")", ".", ";", ""})


def honorific(view: View) -> float:
    """Say whether `Mr`, `Dame` or the like stands before the name."""
    return view.candidate.has_honorific


def role_in_capitals(view: View) -> float:
    """Say whether a role with a capital stands before the name: `Captain Ada Fenwick`."""
    return view.candidate.has_role


def role_before(view: View) -> float:
    """Say whether a role stands directly before the run: `captain Ada Fenwick`."""
    return view.is_bare and is_role(view.previous)


def role_and_comma_before(view: View) -> float:
    """Say whether a role and a comma stand before the name: `the curator, Ada Fenwick`."""
    return view.is_bare and view.previous == "," and is_role(view.before_low(1)) and not role_behind(view)


def office_before(view: View) -> float:
    """Say whether an office stands before the name that was taken off it: `Director of Training | Ada Fenwick`."""
    return view.previous in {"of", "for"} and view.candidate.is_peeled and is_role(view.before_low(1))


def kinship_before(view: View) -> float:
    """Say whether a word of kinship stands before the name."""
    previous = view.before_low(1) if view.previous == "," else view.previous
    return previous in KINSHIP or view.candidate.title in KINSHIP


def age_behind(view: View) -> float:
    """Say whether an age is attached: `, 44,`, `(44)`, `, aged 44`."""
    if view.following not in AGE_MARKS:
        return False
    lows = [view.after_low(index) for index in range(4)]
    if lows[0] in {",", "("}:
        lows = lows[1:]
    if lows[0] in AGED:
        lows = lows[1:]
    is_age = lows[0].isdecimal() and len(lows[0]) <= 3 and int(lows[0]) in ADULT_AGES  # noqa: PLR2004 - digits of 110
    return is_age and lows[1] in CLOSING


def appositive(view: View) -> float:
    """Say whether an appositive begins as those about people do: `, the harbour master`."""
    return view.following == "," and view.after_low(1) in ROLE_APPOSITIVES and not appositive_of_a_body(view)


def appositive_of_a_body(view: View) -> float:
    """Say whether the appositive calls the name a body, work or place: `Karl Lund, a brewery`."""
    if view.following not in APPOSING or view.after_low(1) not in {"a", "an", "the", "one"}:
        return False
    nouns = {token.low for token in view.after[2:6]}
    return bool(nouns & BODY_NOUNS) and not any(map(is_role, nouns))


def role_behind(view: View) -> float:
    """Say whether a role follows behind a comma: `Ada Fenwick, harbour master`."""
    if view.following != ",":
        return False
    behind = takewhile(is_inside_phrase, (token.low for token in view.after[1:APPOSITIVE]))
    return any(map(is_role, behind))


def is_inside_phrase(word: str) -> bool:
    """Say whether the word neither ends a noun phrase nor begins a clause."""
    return word.isalpha() and word not in PHRASE_ENDS


def who_behind(view: View) -> float:
    """Say whether `who`, `whose` or the like follows."""
    if appositive_of_a_body(view):
        return False
    return view.following in RELATIVES or (view.following == "," and view.after_low(1) in RELATIVES)


def which_behind(view: View) -> float:
    """Say whether `which` follows behind a comma."""
    return view.following == "," and view.after_low(1) == "which"


def reporting_behind(view: View) -> float:
    """Say whether a verb of saying or doing follows."""
    return view.following in REPORTING


def reporting_before(view: View) -> float:
    """Say whether a verb stands before the name whose subject or object is a person."""
    return view.previous in BEFORE_NAMES


def founded(view: View) -> float:
    """Say whether the name is what somebody founded, bought or runs."""
    return view.previous in OBJECT_OF_FOUNDING


def article_before(view: View) -> float:
    """Say whether `the` stands before a name without a title."""
    return view.previous == "the" and view.is_bare and not presidency_behind(view)


def presidency_behind(view: View) -> float:
    """Say whether what follows is had by people: `the Ada Fenwick government`."""
    return view.following in PRESIDENCIES


def place_preposition(view: View) -> float:
    """Say how strongly `in`, `at` or the like before a name without a title speaks for a place."""
    if view.previous not in PLACE_PREPOSITIONS or not view.is_bare:
        return 0.0
    return 0.5 if view.candidate.core[0] in FIRST_NAMES and not view.candidate.is_single else 1.0


def number_before(view: View) -> float:
    """Say whether the name is an item of a numbered list, as in a team sheet: `7 Ada Fenwick`, `7 - Ada Fenwick`."""
    number = view.before_low(1) if view.previous in {"-", ".", ")", "–"} else view.previous
    return number.isdecimal() and len(number) < 3 and not view.candidate.is_single  # noqa: PLR2004 - no year


def of_behind(view: View) -> float:
    """Say whether `of` and a capital or `the` follow a name without an honorific."""
    if view.following != "of" or view.candidate.has_honorific or len(view.after) == 1:
        return False
    return view.after[1].is_capital or view.after[1].low == "the"


def of_before(view: View) -> float:
    """Say whether a capitalised word and `of` stand before a name without a title."""
    is_of = view.previous == "of" and view.is_bare and len(view.before) > 1
    return is_of and view.before[1].is_capital and not is_role(view.before[1].low)


def place_noun_before(view: View) -> float:
    """Say whether `town of` or the like stands before the name."""
    return view.previous == "of" and view.before_low(1) in PLACE_NOUNS


def vessel_before(view: View) -> float:
    """Say whether a kind of vessel stands before the name."""
    return view.previous in VESSELS or bool(VESSELS & set(view.candidate.front))


def thing_behind(view: View) -> float:
    """Say whether a noun follows that makes the whole a thing: `Ada Fenwick bridge`."""
    after = view.after_low(1) if view.following == "'s" else view.following
    return after in THING_NOUNS


def body_noun_before(view: View) -> float:
    """Say whether a kind of body stands before the name: `the retailer Karl Lund`."""
    return view.is_bare and view.previous in BODY_NOUNS and not is_role(view.previous)


def ampersand(view: View) -> float:
    """Say how strongly `&` speaks for a company: fully with one word, less with a full name."""
    strength = 1.0 if view.candidate.is_single else 0.4
    return strength if "&" in {view.previous, view.following} else 0.0


def versus(view: View) -> float:
    """Say whether the name is a party in the name of a law case."""
    return view.previous == "v" or view.following == "v"


def plural(view: View) -> float:
    """Say whether the name is a plural with `the`: `the Fenwicks`."""
    return view.previous == "the" and view.candidate.words[-1].endswith("s")


def bracket_behind(view: View) -> float:
    """Say whether a bracket and a capital follow, as behind names of bodies that are shortened."""
    return view.following in {"(", "["} and len(view.after) > 1 and view.after[1].is_capital


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


def honorific_elsewhere(view: View) -> float:
    """Say whether the last word has an honorific elsewhere in this text."""
    return not view.candidate.has_honorific and view.candidate.core[-1] in view.statistics.honoured


def repeated(view: View) -> float:
    """Say whether the same words stand at least twice."""
    return view.statistics.phrases[view.candidate.words] > 1
