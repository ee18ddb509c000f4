"""A candidate with its surroundings: what the features look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from build_site.derive.people.children import minors, named_children
from build_site.derive.people.pages import is_page
from build_site.derive.people.sheets import sheet_names
from build_site.derive.people.tokens import NEW_LINE
from build_site.derive.people.vocabulary import ENGLISH, FIRST_NAMES, REPORTING, is_organisation_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.candidates import Candidate
    from build_site.derive.people.tokens import Token

BEFORE = 8
"""Tokens before the run that features look at."""
AFTER = 12
"""Tokens behind the run that features look at."""
PRONOUN_REACH = 28
"""Tokens behind a name within which a pronoun may speak of its bearer."""
JOINTS = frozenset({",", "and", "&"})
"""Marks and words between the names of a list."""
PRONOUNS = frozenset({"he", "she", "his", "her", "him"})


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the whole text says about its words; counted once."""

    lower: Counter[str]
    """How often each word stands in lower case."""
    alone: Counter[str]
    """How often each word stands as a name of one word where a capital means something."""
    honoured: frozenset[str]
    """Last words of the names that have an honorific somewhere in the text."""
    phrases: Counter[tuple[str, ...]]
    """How often each sequence of words is a candidate."""
    surnames: frozenset[str]
    """Last words of what looks like full names."""
    first_names: frozenset[str]
    """First words of what looks like full names."""
    beside_names: frozenset[int]
    """Run starts of the candidates that stand in a list beside what looks like a full name."""
    among_names: frozenset[int]
    """Run starts of the candidates in lists of which at least two others, and most, look like full names."""
    sheets: frozenset[int]
    """Run starts of the names that stand in team sheets."""
    initials: Counter[int]
    """How many names in each line are an initial and a surname."""
    brackets: Counter[int]
    """How often in each line a candidate is followed by a number in brackets."""
    is_page: bool
    """True where lines that end without a full stop stand below the first, as on a copied page."""
    has_minor: bool
    """True where the text speaks of somebody as `The 14-year-old` or younger than 18 in that way."""
    tokens: Sequence[Token]
    """All tokens of the text, for the few rules that look at whole sentences."""
    children: frozenset[int]
    """Run starts of the names of children whose age another sentence tells."""


@dataclass(frozen=True, slots=True)
class View:
    """A candidate as it stands in its line."""

    candidate: Candidate
    name: Sequence[Token]
    """Tokens of the name."""
    before: Sequence[Token]
    """Tokens before the run, nearest first, up to the start of the line."""
    after: Sequence[Token]
    """Tokens behind the run up to the end of the line."""
    previous: str
    """Folded word or mark before the run; empty at the start of a line."""
    following: str
    """Folded word or mark behind the run; empty at the end of a line."""
    is_beside_name: bool
    """True where a comma or `and` joins it to a name of several words that begins with a first name."""
    has_pronoun: bool
    """True where `he`, `she` or the like stands soon behind the name."""
    statistics: Statistics

    def after_low(self, index: int) -> str:
        """Return the folded word at an index of `after`, or the empty string."""
        return self.after[index].low if index < len(self.after) else ""

    def before_low(self, index: int) -> str:
        """Return the folded word at an index of `before`, or the empty string."""
        return self.before[index].low if index < len(self.before) else ""

    @property
    def is_bare(self) -> bool:
        """Say whether neither an honorific nor a role stands before the name."""
        return not self.candidate.title


def count(tokens: Sequence[Token], candidates: Sequence[Candidate]) -> Statistics:
    """Count what the features need to know of the whole text."""
    alone = Counter(one.core[-1] for one in candidates if len(one.words) == 1 and stands_alone(tokens, one))
    return Statistics(
        lower=Counter(token.low for token in tokens if token.is_word and not token.is_capital),
        alone=alone,
        honoured=frozenset(one.core[-1] for one in candidates if one.has_honorific),
        phrases=Counter(one.words for one in candidates),
        surnames=frozenset(one.core[-1] for one in candidates if looks_full(one)),
        first_names=frozenset(one.core[0] for one in candidates if looks_full(one)),
        beside_names=beside_names(tokens, candidates),
        among_names=among_names(tokens, candidates),
        sheets=sheet_names(tokens, candidates),
        initials=Counter(
            tokens[one.start].line
            for one in candidates
            if tokens[one.start].is_initial and is_initialed(tokens[one.start : one.end])
        ),
        brackets=Counter(tokens[one.start].line for one in candidates if has_bracket(tokens, one)),
        is_page=is_page(tokens),
        has_minor=next(minors(tokens), 0) > 0,
        tokens=tokens,
        children=named_children(tokens, candidates, alone),
    )


def is_initialed(name: Sequence[Token]) -> bool:
    """Say whether a name is an initial and one or more words: `A Lund`, `J van der Berg`."""
    return len(name) > 1 and name[0].is_initial and not name[-1].is_initial


def has_bracket(tokens: Sequence[Token], one: Candidate) -> bool:
    """Say whether a bracket and a number follow the run."""
    return tokens[one.run_end].text == "(" and tokens[one.run_end + 1].text.isdecimal()


def stands_alone(tokens: Sequence[Token], one: Candidate) -> bool:
    """Say whether a single word is used as a name: mid-sentence, no English word, or with a possessive ending."""
    opens_line = tokens[one.start].opens and one.start == one.run
    behind = tokens[one.run_end].low
    return not opens_line or one.core[-1] not in ENGLISH or behind == "'s" or behind in REPORTING


def beside_names(tokens: Sequence[Token], candidates: Sequence[Candidate]) -> frozenset[int]:
    """Return the run starts of the candidates that a comma or `and` joins to one that begins with a first name."""
    found: set[int] = set()
    for one, other in pairwise(without_owners(tokens, candidates)):
        if are_joined(tokens, one, other):
            found |= {other.run} if looks_full(one) or (one.run in found and not one.is_single) else set()
            found |= {one.run} if looks_full(other) else set()
    return frozenset(found)


def among_names(tokens: Sequence[Token], candidates: Sequence[Candidate]) -> frozenset[int]:
    """Return the run starts of the candidates in lists that hold at least two full names besides."""
    lists: list[list[Candidate]] = [[]]
    for one, other in pairwise(without_owners(tokens, candidates)):
        if not are_joined(tokens, one, other):
            lists.append([])
        else:
            lists[-1] += [other] if lists[-1] else [one, other]
    named = (some for some in lists if lists_names(some) and not any(map(is_thing, some)))
    return frozenset(one.run for some in named for one in some if one.is_single)


def lists_names(some: Sequence[Candidate]) -> bool:
    """Say whether a list holds two full names and more, and more of them than single words, as lists of brands do."""
    return sum(map(is_name, some)) > max(1, sum(one.is_single for one in some))


def is_name(one: Candidate) -> bool:
    """Say whether a candidate is a first name and a word that names no body or street."""
    return looks_full(one) and not is_thing(one)


def is_thing(one: Candidate) -> bool:
    """Say whether the last word of a candidate names a kind of body, street or the like."""
    return is_organisation_word(one.core[-1])


def without_owners(tokens: Sequence[Token], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates but those whose possessive ending the next follows: `Saltby` in `Saltby's Bo Lund`."""
    owners = {
        one.start for one, other in pairwise(candidates) if other.run - one.run_end == 1 and is_owner(tokens, one)
    }
    return [one for one in candidates if one.start not in owners]


def are_joined(tokens: Sequence[Token], one: Candidate, other: Candidate) -> bool:
    """Say whether nothing but a comma or `and`, and whose the second is, stands between two candidates."""
    between = [token for token in tokens[one.run_end : other.run] if not (token.is_capital or token.text == "'s")]
    return 1 <= len(between) <= 2 and all(token.low in JOINTS for token in between)  # noqa: PLR2004 - `, and`


def is_owner(tokens: Sequence[Token], one: Candidate) -> bool:
    """Say whether a possessive ending follows the run: `Saltby` in `Ada Fenwick and Saltby's Bo Lund`."""
    return tokens[one.run_end].text == "'s"


def looks_full(one: Candidate) -> bool:
    """Say whether a candidate is a first name with something behind it."""
    return not one.is_single and one.core[0] in FIRST_NAMES


def view(tokens: Sequence[Token], candidate: Candidate, statistics: Statistics) -> View:
    """Return the candidate with its surroundings."""
    before = until_line_end(tokens[max(0, candidate.run - BEFORE) : candidate.run][::-1])
    after = until_line_end(tokens[candidate.run_end : candidate.run_end + AFTER])
    reach = tokens[candidate.run_end : candidate.run_end + PRONOUN_REACH]
    return View(
        candidate=candidate,
        name=tokens[candidate.start : candidate.end],
        before=before,
        after=after,
        previous=before[0].low if before else "",
        following=after[0].low if after else "",
        is_beside_name=candidate.run in statistics.beside_names,
        has_pronoun=not PRONOUNS.isdisjoint([token.low for token in reach]),
        statistics=statistics,
    )


def until_line_end(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens up to the first end of a line."""
    for index, token in enumerate(tokens):
        if token.text == NEW_LINE:
            return tokens[:index]
    return tokens
