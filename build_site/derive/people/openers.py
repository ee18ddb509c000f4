"""Words that open a sentence or heading in front of a name, or say whence its bearer is: `Does Fenwick know?`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import (
    ENGLISH,
    EVERYDAY,
    FIRST_NAMES,
    LISTED_FIRST_NAMES,
    PLACES,
    SURNAMES,
    is_demonym,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.tokens import Token

NUMBERS = parse("""one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen""")
YEARS_OLD = parse("year-old years-old month-old week-old day-old")
WORDED_AGES = frozenset(f"{number}-{unit}" for number in NUMBERS for unit in YEARS_OLD)
"""Ages of children in one word: `Twelve-year-old Ada`."""
BEFORE_A_NAME = parse("""labour tory conservative democrat republican liberal lib dem plaid snp green mp msp mep qc kc
    sec ex former then late the but and when if as while after although however yesterday today meanwhile""")
"""Words that often begin a run in front of a name and are never part of one: parties, `Former`, openers."""
AGENT = re.compile(r"...(?:man|woman|er|or|ist|eer|ess|ly)$")
"""Endings of adverbs, and of words for what somebody does, which no list can have all: `Paceman Bo Lund`."""
FOND = parse("young old little big poor dear read watch c'mon")
"""Words that open a sentence before a first name, and are surnames elsewhere: `Poor Ada`, `Read Ada's diary`."""
ASKING = parse("did does do is are was were has have had can could should would what why how when where who")
"""Words that begin a question, with a capital in headings: `Does Fenwick know?`."""


NEVER_NAMED = parse("what why how when where")
"""Words of questions that no name begins with: with a capital inside a line they begin a heading there."""


def is_opener(run: Sequence[Token], index: int) -> bool:
    """Say whether a word only opens the sentence, or says where the person is from, of which party, or on which day."""
    token = run[index]
    if token.low in WORDED_AGES or token.low.startswith("ex-") or (is_demonym(token.low) and may_go(run, index)):
        return True
    if token.low in BEFORE_A_NAME and (index == 0 or run[index - 1].low in BEFORE_A_NAME):
        return True
    return index == 0 and (token.low in NEVER_NAMED or (token.opens and only_opens(run)))


def only_opens(run: Sequence[Token]) -> bool:
    """Say whether the first word of a sentence is no part of the name behind it: `Paceman Bo Lund`, `Seven Lunds`.

    A rare word before a surname alone may be a first name: `Tansy Howells`.
    """
    word, following, is_whole = run[0].low, run[1].low, len(run) > 2  # noqa: PLR2004 - a first name and a surname
    if word in NUMBERS or word in ASKING or (word in FOND and (following in FIRST_NAMES or following in PLACES)):
        return True
    if word == "will" and is_whole and following in FIRST_NAMES:
        return True
    if word.endswith("maker") or (word in LISTED_FIRST_NAMES and "-" in following):
        return word.endswith("maker")
    if word in FIRST_NAMES or word in SURNAMES:
        return False
    if not is_whole and following in SURNAMES and following not in ENGLISH:
        return word in EVERYDAY or (word in ENGLISH and word.endswith("ing") and following in FIRST_NAMES)
    return word in ENGLISH or (is_whole and following in LISTED_FIRST_NAMES and bool(AGENT.search(word)))


def may_go(run: Sequence[Token], index: int) -> bool:
    """Say whether a demonym that is also a first name is none here: `Scot Bo Lund`, but not `Scot Lund`."""
    return run[index].low not in LISTED_FIRST_NAMES or len(run) - index > 2  # noqa: PLR2004 - a first name and a surname
