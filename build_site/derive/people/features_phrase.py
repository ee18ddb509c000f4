"""Features that look at the phrase before a name: what happened to its bearer, what kind of thing it is said to be."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from build_site.derive.people.features_context import CURRENCIES
from build_site.derive.people.openers import YEARS_OLD
from build_site.derive.people.tokens import QUOTES
from build_site.derive.people.vocabulary import BODY_NOUNS, ENGLISH, PLACES, is_role
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

OBJECT_OF_FOUNDING = parse("founded established launched acquired runs founding joining bought owns")
STREETS = parse("street road lane avenue square terrace crescent drive close grove gardens row mews rd st")
OWNERS = parse("a an his her its their our")
"""Words before a kind of body with which a comma and its name follow: `his new party, Lundia`."""
FIRMS = parse(
    """consultants analysts auditors accountants solicitors lawyers brokers stockbrokers agents publishers architects
    builders housebuilders developers makers manufacturers insurers administrators liquidators surveyors auctioneers
    jewellers opticians chemists contractors caterers recruiters lobbyists bankers brewers distillers"""
)
"""Trades in the plural, which a firm has as its kind: `solicitors Lund Rudge`."""
EVENTS = parse(
    """death deaths murder killing manslaughter shooting stabbing assassination arrest trial conviction sentencing
    imprisonment disappearance kidnapping dismissal sacking resignation appointment signing wedding marriage funeral
    inquest birth obituary biography widow wife husband mother father son daughter brother sister parents"""
)
"""What happens to people, and who belongs to them, before `of`."""
DEEDS = parse(
    """directed written led captained coached beaten painted composed hosted presented fouled dismissed bowled caught
    narrated choreographed edited headed chaired fronted voiced sung penned scored succeeded accompanied murdered killed
    attacked stabbed shot accused played portrayed sculpted photographed refereed trained ridden"""
)
"""What people do, and bodies hardly, before `by`."""
OTHER_NAMES = frozenset(
    {
        "real name",
        "birth name",
        "stage name",
        "pen name",
        "known as",
        "formerly named",
        "formerly called",
        "earlier named",
    }
)
"""What stands before another name of somebody; `known as` only before quotes."""
NOW = parse("also now formerly previously otherwise")
"""Words with which `known as` needs no quotes to join two names of one person."""
OTHER_WORDS = (["birthname"], ["pseudonym"], ["alias"], ["aka"], ["nicknamed"], ["dubbed"])
"""The same in one word."""
BORN = (["born"], ["née"])
ALIAS = 5
"""Tokens before a name within which the words that make it an alias stand."""
ALONG = parse("in on off along near at")
WAYS = parse(
    """way rise view grove gate croft mead meadow meadows dene dell copse wynd brae brow approach circle path ave rd
    drove garth broadway loan"""
)
"""Last words of streets that are hardly surnames."""
RATHER_WAYS = parse("place walk hill green heath common chase vale end ride")
"""Last words of streets that are surnames, too; people are spoken of with `on` and `at`."""
CUT_SHORT = parse("st rd ave blvd")
WEARING = parse("wearing wore wears sporting donned")
GARMENTS = parse(
    """dress dresses gown frock skirt blouse jumper jacket coat blazer trousers jeans leggings shoes heels sandals bag
    handbag clutch outfit ensemble co-ord bikini swimsuit lingerie jewellery earrings necklace"""
)
HEADS = parse(
    """executive chairman chairwoman chair director president founder co-founder ceo editor principal headteacher
    commander"""
)
"""Who heads a body."""
LISTING = parse("including include includes like as")
WORKS = parse("film films movie movies series sitcoms dramas shows musicals novels books albums songs operas plays")
"""What works are called before a list of their titles."""
VERSIONS = parse("adaptation remake reboot staging dramatisation screening")
"""What is made of a work; before `of` it is never of a person."""
MEMBERS = parse("members member frontman frontwoman vocalist drummer bassist guitarist keyboardist subsidiary unit arm")
"""Who and what is of a band, club or firm and of no person."""
SEATS = parse("mp mps msp msps mep meps am ams td seat constituency by-election candidate ppc")
"""Who and what stands for a constituency."""


def seat_of(view: View) -> float:
    """Say whether the name is whom a member of parliament sits for: `the MP for Fenwick Vale`."""
    return view.previous in {"for", "in"} and view.before_low(1) in SEATS


def body_noun_before(view: View) -> float:
    """Say whether a kind of body stands before the name: `the retailer Karl Lund`, `his party, Lund`."""
    if view.is_bare and not is_role(view.previous) and view.previous.rpartition("-")[2] in BODY_NOUNS:
        return True
    noun = view.before_low(1)
    if view.is_bare and view.previous in {",", "called", "named"} and noun in BODY_NOUNS and not is_role(noun):
        owners = {token.low for token in view.before[2:5]}
        is_owned = "'s" in owners and not view.following.isalpha() and view.following != ","
        return view.previous != "," or is_owned or not OWNERS.isdisjoint(owners)
    front = view.candidate.front
    return (front[-1] if front else view.previous) in FIRMS and not view.is_beside_name


def headed(view: View) -> float:
    """Say whether the name is what somebody heads or belongs to: `chief executive of Hope Not Rage`."""
    if not view.is_bare or view.previous != "of":
        return False
    is_group = not view.candidate.is_peeled and view.following != "'s"
    return view.before_low(1) in HEADS or (is_group and view.before_low(1) in MEMBERS)


def age_before(view: View) -> float:
    """Say whether an age stands directly before the run: `18-year-old Fenwick`."""
    return view.is_bare and view.previous in YEARS_OLD


def done_by(view: View) -> float:
    """Say whether the name is by whom something is done that people do: `directed by Ada Fenwick`."""
    return view.previous == "by" and view.before_low(1) in DEEDS


def event_of(view: View) -> float:
    """Say whether the name is whose death, arrest or appointment is spoken of: `the murder of Ada Fenwick`."""
    return view.previous == "of" and view.before_low(1) in EVENTS


def address_before(view: View) -> float:
    """Say whether a street and a comma stand before the name: `of Lund Road, Miles Fenwick,` is an address."""
    return view.previous == "," and len(view.before) > 1 and view.before[1].is_capital and view.before[1].low in STREETS


def alias(view: View) -> float:
    """Say whether the name is another one of somebody: `real name Ada Fenwick`, `known as "Lundo"`, `- born Ada`."""
    words = [token.low for token in view.before]
    is_quoted = bool(words) and words[0] in QUOTES
    words = [word for word in words[:ALIAS] if word not in {"is", "was", ":", ",", *QUOTES}]
    before = " ".join(reversed(words[:2]))
    if before in OTHER_NAMES or words[:1] in OTHER_WORDS:
        return before != "known as" or is_quoted or is_other_name(view)
    if is_quoted and before in {"the name", "name of"}:
        return True
    if view.candidate.front[-1:] == ("born",):
        return view.following == ","
    return words[:1] in BORN and view.before_low(1) in {",", "-", "–", "—", "(", "was"}


def is_other_name(view: View) -> bool:
    """Say whether `Ada Fenwick, now known as` or `Ada Fenwick, known as` stands before the name."""
    comma = 2 + (view.before_low(2) in NOW)
    name = view.before[comma + 1 : comma + 2]
    return view.before_low(comma) == "," and any(token.is_capital and token.low not in ENGLISH for token in name)


def of_behind_a_comma(view: View) -> float:
    """Say whether `, of` stands before the name: reports give addresses and bodies so, `Bo Rudge, 40, of Lund Way`."""
    return view.is_bare and view.previous == "of" and view.before_low(1) in {",", ")"}


def street(view: View) -> float:
    """Say whether the last word is one of streets and a word before the name says where: `in Ada Fenwick Rise`."""
    if view.candidate.is_single:
        return False
    last = view.candidate.words[-1]
    return view.previous in ALONG and (last in WAYS or (last in RATHER_WAYS and view.previous not in {"on", "at"}))


def garment_before(view: View) -> float:
    """Say whether the name is whose goods are worn or sold: `a dress by Ada Fenwick`, `a £24 Ada Fenwick lipstick`."""
    is_price = view.previous.replace(".", "").replace(",", "").isdecimal() and view.before_low(1) in CURRENCIES
    if view.previous in WEARING or is_price:
        return True
    near = {token.low for token in view.before[1:4]}
    return view.previous in {"from", "by"} and "worn" not in near and not GARMENTS.isdisjoint(near)


def ridden(view: View) -> float:
    """Say whether the name is what somebody rode, a horse: `who rode Bo Lund to victory`."""
    return view.is_bare and view.previous in {"rode", "aboard"} and view.following != "'s"


def in_brackets(view: View) -> float:
    """Say whether a name has a place and a word in brackets behind it, a player's club: `Bo Lund (Houston Dash)`."""
    core = view.candidate.core
    is_closed = view.previous == "(" and view.following in {")", ","} and len(view.before) > 1
    return is_closed and view.before[1].is_capital and len(core) > 1 and core[0] in PLACES and core[-1] in ENGLISH


def work_before(view: View) -> float:
    """Say whether works are said to stand here: `films including Bo Lund`, `an adaptation of Bo Lund`."""
    if view.following == "'s":
        return False
    if view.previous == "of":
        return view.before_low(1) in VERSIONS
    words = [token.low for token in dropwhile(is_in_list, view.before) if token.text != ","]
    nouns = words[2:3] if words[:2] == ["as", "such"] else words[1:2]
    return words[:1] != [] and words[0] in LISTING and not WORKS.isdisjoint(nouns)


def is_in_list(token: Token) -> bool:
    """Say whether a token may stand in a list of titles: a capital, a comma, `and`."""
    return token.is_capital or token.low in {",", "and"}


def street_cut_short(view: View) -> float:
    """Say whether the last word is that of a street, cut short: `Ada Fenwick St`."""
    return view.name[-1].low in CUT_SHORT and not view.candidate.is_single and not view.candidate.title


def founded(view: View) -> float:
    """Say whether the name is what somebody founded, bought or runs."""
    return view.previous in OBJECT_OF_FOUNDING
