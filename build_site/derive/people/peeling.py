"""What stands before and behind a name in its run: titles, nationalities, bodies; letters after the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.people.compounds import ADJECTIVE_ENDINGS, describes, is_see
from build_site.derive.people.openers import is_opener
from build_site.derive.people.tokens import QUOTES
from build_site.derive.people.vocabulary import (
    ACRONYMS,
    ENGLISH,
    EVERYDAY,
    FIRST_NAMES,
    HONORIFICS,
    LISTED_FIRST_NAMES,
    MONTHS,
    PARTICLES,
    PLACES,
    POSTNOMINALS,
    SURNAMES,
    is_organisation_word,
    is_role,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.tokens import Token

GOVERNED = parse("""affairs agriculture broadcasting business children communities culture defence defense
    development education employment energy enterprise environment equality europe exchequer finance fisheries
    food forestry health heritage housing immigration industry infrastructure innovation interior justice labor
    media pensions planning regeneration revenue schools science security skills sport sports tourism trade
    training transport transportation treasury water welfare work works""")
"""What ministers and secretaries are responsible for."""
LINKS = parse("to of for in with at on by from into about against")
"""Words with a capital in titles of works and mottoes, `Stand Up To Fenwick`, and never the first of a name."""
NOBLE = parse("baron duke earl king prince bishop judge pope marquess sheikh shaikh sheik")
"""Titles that are also names."""
WEEKDAYS = parse("monday tuesday wednesday thursday friday saturday sunday")
"""American reports end a sentence with the day: `said Ada Fenwick Tuesday`."""
FEASTS = parse("christmas easter ramadan hogmanay halloween")
BEFORE_DAYS = parse("on last next this by since until every from in early late mid")
"""Words before a day or month, with which `April` and the like are no first names."""
NAMED_MONTHS = parse("jan april may june august")
"""Months that are first names too."""
INITIALS = parse("ab ap dj ge gm la pa pj tv")
"""Acronyms that are initials, too: `AP McFenwick`."""
ROMAN = re.compile("[IVX]+")
ACRONYM = range(3, 6)
"""Length of a word in capitals that is taken for an acronym in front of a name."""


@dataclass(frozen=True, slots=True)
class Peeled:
    """The name's place in a run."""

    start: int
    """Index in the run of the name's first token."""
    end: int
    """One past the index in the run of the name's last token."""
    title: str
    """Last honorific or role before the name, folded, or empty."""
    is_peeled: bool
    """True where words of a body or office stood before the name."""


def peel(run: Sequence[Token], before: str) -> Peeled:
    """Find the name in a run of capitalised words behind a folded word; start equals end where nothing is left."""
    last_title = max((index for index in range(len(run) - 1) if is_title(run, index)), default=-1)
    title = run[last_title].low if last_title >= 0 else ""
    start = behind_body(run, behind_compound(run, last_title + 1))
    is_peeled = start > last_title + 1
    while start < len(run) - 1:
        if is_opener(run, start) or is_day(run, start, before):
            start += 1
        elif is_body(run[start:]) or (not start and is_see(run, before)) or (is_peeled and is_branch(run[start:])):
            start, is_peeled = start + 1, True
        elif run[start].text in QUOTES:
            start = next((index for index in range(start + 1, len(run)) if run[index].text in QUOTES), start) + 1
        else:
            break
    return Peeled(start, name_end(run, start), title, is_peeled)


def behind_compound(run: Sequence[Token], start: int) -> int:
    """Return where the name begins behind a compound inside a run: `Port Tarn-based | Lundia`."""
    ends = (index + 1 for index in range(start + 1, len(run) - 1) if run[index].low.endswith(ADJECTIVE_ENDINGS))
    return max(ends, default=start)


def behind_body(run: Sequence[Token], start: int) -> int:
    """Return where a first name stands behind an everyday word in a long run: `Tarn Youth Choir | Ada Fenwick`."""
    for index in range(len(run) - 2, start + 1, -1):
        if run[index].low in FIRST_NAMES and run[index].low not in PLACES and is_no_name(run[index - 1]):
            return index
    return start


def is_no_name(token: Token) -> bool:
    """Say whether a capitalised word is an everyday one and no part of a name."""
    names = (PARTICLES, SURNAMES, LISTED_FIRST_NAMES)
    is_word = token.is_capital and not token.is_initial and token.low in EVERYDAY
    return is_word and not any(token.low in some for some in names)


def is_title(run: Sequence[Token], index: int) -> bool:
    """Say whether a word of a run is a title of what follows; `Dean` in `Dean Ward`, `Son` in `Son Ji-min` are none."""
    word = run[index].low
    if word in HONORIFICS:
        is_particle = word in PARTICLES and index and not run[index].text.isupper()
        is_land = run[index].text == "DR" and run[index + 1].low == "congo"
        is_no_title = is_particle or is_land or is_initials(run, index)
        return not (is_no_title or is_behind_title(run, index) or is_middle_name(run, index))
    if not is_role(word):
        return False
    if index == 0:
        is_family_name = word == "son" and "-" in run[1].text
        return not is_family_name and not (word in FIRST_NAMES and len(run) == 2)  # noqa: PLR2004 - first name and surname
    if len(run) - index > 2 and run[0].low in PLACES:  # noqa: PLR2004 - a first name and a surname follow
        return True
    return not (word in SURNAMES and run[0].low in FIRST_NAMES and not is_role(run[0].low))


def is_initials(run: Sequence[Token], index: int) -> bool:
    """Say whether an honorific is two initials behind a first name: `Ada RT Fenwick`."""
    is_pair = len(run[index].low) == 2 and run[index].text.isupper()  # noqa: PLR2004 - two initials
    return is_pair and index == 1 and run[0].low in FIRST_NAMES and not run[0].text.isupper()


def is_behind_title(run: Sequence[Token], index: int) -> bool:
    """Say whether an honorific opens the run and a word of the name follows it: `Tun` in `Dr Unt Tun Lund`."""
    before = [token.low for token in run[:index]]
    return len(before) > 1 and before[0] in HONORIFICS and before[-1] not in HONORIFICS and not is_role(before[-1])


def is_middle_name(run: Sequence[Token], index: int) -> bool:
    """Say whether a title of nobility stands between a first name and a surname: `Ada Baron Lund`."""
    return index == 1 and run[1].low in NOBLE and len(run) == 3 and run[0].low in LISTED_FIRST_NAMES  # noqa: PLR2004 - three words


def is_day(run: Sequence[Token], index: int, before: str) -> bool:
    """Say whether a day, feast or month stands before a whole name: `In March Ada Fenwick`; `Sunday Okoro` is a name.

    `In May Fenwick` opens a sentence with a month, `On Friday Fenwick` with a day. `before` is the folded word before
    the run: `in April Ada Fenwick`, `on 3 May Ada Fenwick`.
    """
    word = run[index].low
    if not run[index + 1].is_capital:
        return False
    if len(run) - index <= 2:  # noqa: PLR2004 - a first name and a surname
        is_dated = index == 1 and run[0].low in BEFORE_DAYS and run[0].opens
        return is_dated and (word in WEEKDAYS or (word in MONTHS and run[0].low == "in"))
    previous = run[index - 1].low if index else before
    is_month = word in MONTHS and (word not in NAMED_MONTHS or previous in BEFORE_DAYS or previous.isdecimal())
    return is_month or word in WEEKDAYS or word in FEASTS


def is_body(rest: Sequence[Token]) -> bool:
    """Say whether the first of these words belongs to a body or office and the others may be a name."""
    token, following = rest[0], rest[1].low
    if token.is_initial or not token.is_word or opens_place(rest):
        return False
    is_acronym = token.text.isupper() and (len(token.text) in ACRONYM or token.low in ACRONYMS)
    if is_acronym and (following in PARTICLES or (token.low in INITIALS and following.startswith(("mc", "o'")))):
        return False
    if is_job(rest) or describes(rest) or token.low in LINKS or (is_acronym and not rest[1].text.isupper()):
        return True
    if len(rest) == 2 or token.low in FIRST_NAMES:  # noqa: PLR2004 - a first name and a surname are left
        return False
    is_thing = token.low in EVERYDAY or token.low in PLACES or is_acronym or ends_office(token, following)
    if token.low not in SURNAMES and (is_thing or is_organisation_word(token.low)):
        return True
    is_thing = is_thing and (token.opens or token.low not in LISTED_FIRST_NAMES)
    return is_thing and following in FIRST_NAMES and following not in PLACES


def is_job(rest: Sequence[Token]) -> bool:
    """Say whether a job in two capitals stands before a first name and a surname: `EP | Ada Fenwick`."""
    job = rest[0].text
    is_short = len(job) == 2 and job.isupper() and rest[0].low not in INITIALS  # noqa: PLR2004 - two capitals
    if not is_short or len(rest) != 3:  # noqa: PLR2004 - job, first name and surname
        return False
    return rest[1].low in FIRST_NAMES and rest[1].low not in SURNAMES and rest[2].low in SURNAMES


def is_branch(rest: Sequence[Token]) -> bool:
    """Say whether a place behind a body stands before a whole name: `Radio Devon | Ada Fenwick`."""
    if len(rest) != 3:  # noqa: PLR2004 - place, first name and surname
        return False
    return rest[0].low in PLACES and rest[1].low in FIRST_NAMES and rest[2].low in SURNAMES


def opens_place(rest: Sequence[Token]) -> bool:
    """Say whether the first two of three words are a place: `New York Lights`."""
    return len(rest) == 3 and f"{rest[0].low} {rest[1].low}" in PLACES  # noqa: PLR2004 - a place and what it has


def ends_office(token: Token, following: str) -> bool:
    """Say whether a field of government before a first name ends an office: `Secretary for Tourism Ada Fenwick`."""
    return token.low in GOVERNED and following in FIRST_NAMES and following not in PLACES


def name_end(run: Sequence[Token], start: int) -> int:
    """Return where the name ends once a title behind `For`, letters, a weekday and stray particles are taken off."""
    end = len(run)
    if run[start].low in FIRST_NAMES:
        end = next((index for index in range(start + 2, end) if run[index].low in LINKS and run[index].is_capital), end)
    while end > start and is_tail(run[start:end]):
        end -= 1
    return end


def is_shouted(token: Token) -> bool:
    """Say whether a word is an everyday one in capitals, and no name: `SINCE` in `with Ada Fenwick SINCE 2004`."""
    is_word = token.text.isupper() and len(token.text) > ACRONYM[0] and not ROMAN.fullmatch(token.text)
    return is_word and is_no_name(token)


def is_tail(name: Sequence[Token]) -> bool:
    """Say whether the last token of what is left of a run is no part of the name; in `Ada Friday` it is."""
    token = name[-1]
    if is_shouted(token) and len(name) > 1 and not name[0].text.isupper():
        return True
    if len(name) > 2 and token.low == name[-2].low and name[0].low in FIRST_NAMES:  # noqa: PLR2004 - a whole name is left
        return True
    if not token.is_capital or token.low in {"jr", "sr"} or (token.low in POSTNOMINALS and token.text.isupper()):
        return True
    if token.low in {"senior", "junior"}:
        return len(name) > 2 and name[0].low in FIRST_NAMES  # noqa: PLR2004 - a whole name is left
    if is_role(token.low) and token.low not in SURNAMES and len(name) > 2:  # noqa: PLR2004 - a whole name is left
        return name[0].low in FIRST_NAMES and (name[-2].low in SURNAMES or name[-2].low not in ENGLISH)
    is_whole = len(name) > 2 or (len(name) > 1 and name[0].low not in FIRST_NAMES)  # noqa: PLR2004 - a whole name
    return token.low in WEEKDAYS and is_whole
