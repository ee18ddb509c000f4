"""Features that look at what stands behind a name."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import (
    BODY_NOUNS,
    ENGLISH,
    FIRST_NAMES,
    KINSHIP,
    PLACES,
    REPORTING,
    ROLE_APPOSITIVES,
    SURNAMES,
    THING_NOUNS,
    is_organisation_word,
    is_role,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.view import View

IN_COURT = parse("defending prosecuting mitigating representing")
RELATIVES = frozenset({"who", "whose", "himself", "herself"})
APPOSING = frozenset({",", "-", "–", "—"})
WORKS = parse(
    """story tale fantasy thriller drama comedy tragedy musical romance biopic documentary sitcom memoir biography
    trilogy sequel prequel remake play poem painting sculpture portrait sketch ballad album"""
)
"""What a work is called behind its title: `Ada Fenwick, a thriller`."""
COMPANIONS = KINSHIP | parse(
    """manager agent publicist guitarist drummer bassist adviser advisor aide ally lawyer biographer spokesman
    spokeswoman supporter fan critic loyalist"""
)
"""Roles that belong to a person: `Ada Fenwick adviser Bo Lund`."""
PERSONAL = KINSHIP | parse(
    """mind face body head hair hand hands arm leg knee foot shoulder heart voice eyes career death birthday funeral
    wedding marriage divorce childhood girlfriend boyfriend fiancee widow lawyer barrister solicitor mum dad parents
    firm"""
)
"""What people have and bodies have not."""
PRESIDENCIES = parse(
    """government administration presidency era regime years family camp campaign cabinet premiership case trial fans
    drama biopic scandal saga film films movie movies comedy novel novels musical musicals television songs thriller
    classic"""
)
"""What people have and bodies have not, behind a name with `the`."""
SETS = re.compile(r"\d - \d (?:[,(] )?\d - \d")
RESULT = 7
"""Tokens of the results of two sets with a comma between."""
BROADCASTERS = parse("bbc itv sky")
PICTURED = parse("pictured left right centre above below")
TRADES = parse(
    """law accountancy accounting audit investment insurance security consulting engineering construction technology
    tech software fashion retail drinks media advertising property"""
)
"""What a firm deals in, before `firm` or the like."""
ADULT_AGES = range(1, 111)
APPOSITIVE = 6
"""Tokens behind a name, comma included, within which a role shows an appositive about a person."""
OF_THINGS = parse("art fashion charity jewellery shoe clothing beauty press briefing wine book music football cricket")
"""What stands between a name and the noun that makes a thing of it: `Ada Fenwick art gallery`."""
PHRASE_ENDS = parse(
    "who which that of for in on at by to from with and but as said says when where while is was has had"
)
AGE_MARKS = frozenset({",", "(", "aged", "now"})
AGED = frozenset({"aged", "now"})
CLOSING = frozenset({",", ")", ".", ";", ""})


def age_behind(view: View) -> float:
    """Say whether an age is attached: `, 44,`, `(44)`; in `the head of the firm Lund, 44,` it is the head's."""
    if view.following not in AGE_MARKS or (view.candidate.is_single and view.previous in BODY_NOUNS):
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
    described = takewhile(lambda index: view.after_low(index) not in {"from", "at"}, range(2, 6))
    nouns = {view.after_low(index) for index in described if view.after_low(index + 1) != "'s"}
    if view.after_low(2) == "member":
        return False
    is_work = view.after_low(1) in {"a", "an"} and bool(nouns & WORKS)
    return (is_work or bool(nouns & BODY_NOUNS)) and not any(map(is_role, nouns))


def role_behind(view: View) -> float:
    """Say whether a role or part in court follows behind a comma: `Ada Fenwick, harbour master`, `, defending`."""
    if view.following != ",":
        return False
    if defends(view):
        return True
    start = 4 if view.after_low(1) == "at" and view.after_low(3) == "time" else 1  # `, at the time harbour master`
    behind = takewhile(is_inside_phrase, (token.low for token in view.after[start : start + APPOSITIVE - 1]))
    return any(map(is_role, behind))


def defends(view: View) -> float:
    """Say whether the name is followed by a lawyer's part in court: `Ada Fenwick, prosecuting`."""
    return view.following == "," and view.after_low(1) in IN_COURT


def is_inside_phrase(word: str) -> bool:
    """Say whether the word neither ends a noun phrase nor begins a clause."""
    return word not in PHRASE_ENDS and (word == "'s" or word.replace("-", "a").isalpha())


def who_behind(view: View) -> float:
    """Return how strongly `who` or the like follows; bodies of one word have `whose` too."""
    if appositive_of_a_body(view):
        return False
    word = view.after_low(1) if view.following == "," else view.following
    return (0.5 if word == "whose" and view.candidate.is_single else 1.0) * (word in RELATIVES)


def which_behind(view: View) -> float:
    """Return how strongly `, which` speaks against a name: less with a first name, `a win over Ada Lund, which`."""
    if view.following != "," or view.after_low(1) != "which":
        return 0.0
    return 0.4 if has_first_name(view) else 1.0


def reporting_behind(view: View) -> float:
    """Say whether a verb of saying or doing follows."""
    return view.following in REPORTING


def presidency_behind(view: View) -> float:
    """Say whether what follows is had by people: `the Ada Fenwick government`."""
    return view.following in PRESIDENCIES


def sets_behind(view: View) -> float:
    """Say whether the result of two sets follows: `beat Bo Lund 6-1 7-6`; a match of teams has one."""
    return SETS.match(" ".join(token.text for token in view.after[:RESULT])) is not None


def team_behind(view: View) -> float:
    """Say whether the name has players: `Ada Fenwick's side`."""
    return view.following == "'s" and view.after_low(1) in {"players", "side", "men", "charges", "squad", "team"}


def personal_behind(view: View) -> float:
    """Say whether the name has what people alone have: `Fenwick's mind`, `Ada Fenwick's wife`."""
    return view.following == "'s" and view.after_low(1) in PERSONAL


def of_behind(view: View) -> float:
    """Return how strongly `of` and a capital or `the` speak against a name: less with a first name."""
    if view.following != "of" or view.candidate.has_honorific or len(view.after) == 1:
        return 0.0
    is_title = len(view.candidate.core) > 2 and view.candidate.core[-1] in ENGLISH and not has_surname(view)  # noqa: PLR2004 - a whole name and a word
    strength = 0.3 if (has_first_name(view) and not is_title) or has_rare_name(view) else 1.0
    return strength * (view.after[1].is_capital or view.after[1].low == "the")


def has_surname(view: View) -> bool:
    """Say whether the last word is a known surname."""
    return view.candidate.core[-1] in SURNAMES


def has_first_name(view: View) -> bool:
    """Say whether the name is a first name with something behind it."""
    return not view.candidate.is_single and view.candidate.core[0] in FIRST_NAMES


def has_rare_name(view: View) -> bool:
    """Say whether the name is two words, the second a surname and neither an English word."""
    core = view.candidate.core
    return len(core) == 2 and core[1] in SURNAMES and not any(word in ENGLISH or word in PLACES for word in core)  # noqa: PLR2004 - two words


def thing_behind(view: View) -> float:
    """Return how strongly a noun behind the name makes the whole a thing: `Ada Fenwick bridge`."""
    owned = view.after_low(1)
    is_owner = (view.following == "'s" and owned in THING_NOUNS) or (
        view.following in {"'", "’"} and is_organisation_word(owned)
    )
    if is_owner:
        return 0.45 if has_first_name(view) else 1.0
    return view.following in THING_NOUNS or (view.following in OF_THINGS and owned in THING_NOUNS)


def employs(view: View) -> float:
    """Say whether a role and a name follow, which make it a body or thing: `the Lund Rudge director Ada Fenwick`."""
    if view.candidate.is_single or len(view.after) < 2 or view.following in COMPANIONS:  # noqa: PLR2004 - role and name
        return False
    return is_role(view.following) and not view.after[0].is_capital and view.after[1].is_capital


def signed_behind(view: View) -> float:
    """Say whether a broadcaster stands behind a comma, as behind who wrote: `Ada Fenwick, BBC News, Northport`."""
    if view.following != "," or view.after_low(1) not in BROADCASTERS:
        return False
    is_signed = view.previous == "by" and (
        view.before_low(1) in {"analysis", "report"} or not view.before_low(1).isalpha()
    )
    return is_signed or (view.after_low(2) == "news" and not view.after_low(3).isalpha()) or is_signature(view)


def is_signature(view: View) -> bool:
    """Say whether a name, a broadcaster and a job are a sentence of their own: `Ada Fenwick, BBC Lund editor`."""
    phrase = [token.low for token in takewhile(lambda token: token.is_word, view.after[1:6])]
    is_job = len(phrase) > 1 and phrase[-1] in {"correspondent", "editor", "reporter", "analyst"}
    return is_job and view.previous in {"", "."} and view.after_low(len(phrase) + 1) in {"", "."}


def pictured_behind(view: View) -> float:
    """Say whether the name is followed by where its bearer stands in a picture: `Ada Fenwick (left)`."""
    return view.following == "(" and view.after_low(1) in PICTURED


def firm_behind(view: View) -> float:
    """Say whether a kind of firm in two words stands behind: `the Lund Rudge law firm`; said once it settles it."""
    return view.following in TRADES and view.after_low(1) in {"firm", "company", "group", "giant", "chain"}


def ampersand(view: View) -> float:
    """Say how strongly `&` speaks for a company: fully with one word, less with a full name."""
    strength = 1.0 if view.candidate.is_single else 0.4
    return strength if "&" in {view.previous, view.following} else 0.0


def versus(view: View) -> float:
    """Say whether the name is a party in the name of a law case."""
    return view.previous == "v" or view.following == "v"
