"""People of whom a whole sentence says that they are victims, or that a sexual offence was done to them.

The other rules look at a few words on both sides of a name. These look at the sentence, past an age, a bracket or an
appositive, and so only where the text has a word for what they seek: `Ada Fenwick, a 31-year-old baker from Saltby,
claims he sexually assaulted her`, `"I was groomed," said Ada Fenwick`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.children import opening
from build_site.derive.people.holding_offences import (
    CHARGING,
    CLAIMS,
    HER,
    SAYING,
    charges,
    is_done_to,
    is_done_to_her,
    is_noun,
    is_subject,
    says_so,
    whom,
)
from build_site.derive.people.holding_phrases import DETERMINERS, predicate
from build_site.derive.people.tokens import NEW_LINE, QUOTES
from build_site.derive.people.vocabulary import REPORTING
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

SEXUAL = parse("""sexual sexually indecent indecently rape raped rapes raping molested molesting groped groping fondled
    trafficked groomed propositioned propositioning""")
"""Words without which no sentence near by tells of a sexual offence."""
SENTENCE = 80
"""Tokens behind a name that are looked at."""
INSERTION = 16
"""Tokens that an age or appositive has at most, with both commas."""
OPENS_INSERTION = DETERMINERS | parse("now aged from of then")
COMMAS = parse(", - – —")
ENDS = frozenset({".", "!", "?", NEW_LINE})
NEAR_HER = 4
"""Words within which `sexual` and `her` belong together: `sexual remarks about her`."""
ACCUSING = parse("accuse accuses accused accusing allege alleges alleged alleging")
GROUPS = parse("women men girls boys people accusers")
"""Those to whom an accuser belongs: `one of the women who accuse him`."""
MAKING = parse("was were made first brought filed")
"""Words between a claim and who makes it: `the allegation first made by Ada`."""
FILED = parse("filed made lodged")
COMPLAINT = 5
"""Words from `filed` up to `complaint`."""
AROUND = 60
"""Tokens on each side of a complaint within which something sexual is spoken of."""
LISTED = parse("and , ( ) now pictured left right")
"""What stands in a list of names besides names and ages."""
SUFFERED = parse("survived suffered endured experienced subjected")
ONE_OF = 4
"""Words behind `is` within which the group follows: `one of six women who`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence of a name, but for the name."""

    before: list[str]
    """Folded words and marks before the name's run, nearest first."""
    tokens: Sequence[Token]
    """Tokens behind the run, past ages, brackets and appositives, up to the end of the sentence."""
    after: list[str]
    """Folded words and marks of `tokens`."""
    earlier: list[str]
    """Folded words and marks of the sentence before."""


def sentence_of(view: View) -> Sentence:
    """Return the sentence in which a name stands."""
    tokens, one = view.statistics.tokens, view.candidate
    start = opening(tokens, one.run)
    behind = tokens[one.run_end : one.run_end + SENTENCE]
    rest = list(takewhile(lambda token: token.text not in ENDS, behind))
    before = [token.low for token in reversed(tokens[start : one.run])]
    rest = rest[list_end(rest) or apposed(before, rest) or insertions(rest) :]
    return Sentence(
        before=before,
        tokens=rest,
        after=[token.low for token in rest],
        earlier=[token.low for token in tokens[opening(tokens, start - 1) : start]],
    )


def list_end(tokens: Sequence[Token]) -> int:
    """Return the index of `said they` behind a list in which the name stands: `Ada, 31, and Eve said they`; or 0."""
    names = takewhile(lambda token: token.is_capital or token.low in LISTED or token.text.isdecimal(), tokens)
    end = sum(1 for _ in names)
    said = [token.low for token in tokens[end : end + 3]]
    return end if said[:1] != [] and said[0] in SAYING and "they" in said else 0


def apposed(before: Sequence[str], tokens: Sequence[Token]) -> int:
    """Return 1 where the name is an appositive and its bearer speaks: `an aide, Ada Fenwick, claimed`; or 0."""
    is_between = before[:1] == [","] and len(tokens) > 1 and tokens[0].low == ","
    return int(is_between and tokens[1].low in SAYING | CHARGING)


def insertions(tokens: Sequence[Token]) -> int:
    """Return the index behind ages, brackets and appositives: `(left), 31, a baker from Saltby, `.

    Where an appositive goes on with `who`, what follows that is said of the bearer.
    """
    after, index = [token.low for token in tokens], 0
    while end := insertion_end(after[index : index + INSERTION]):
        if "who" in after[index : index + end]:
            return after.index("who", index) + 1
        index += end
        while index + 2 < len(tokens) and tokens[index + 1].is_capital and after[index + 2] == ",":
            index += 2
    return index + 1 if index and after[index : index + 1] != [] and after[index] in COMMAS else index


def insertion_end(words: Sequence[str]) -> int:
    """Return the number of words up to the mark that ends an insertion, 0 where there is none."""
    if words[:1] == ["("] and ")" in words:
        return words.index(")") + 1
    if len(words) < 2 or words[0] not in COMMAS:  # noqa: PLR2004 - a comma and a word
        return 0
    if words[1] not in OPENS_INSERTION and not words[1].isdecimal():
        return 0
    return next((index for index, word in enumerate(words) if index > 1 and word in {",", "–", "—"}), 0)


def is_stating(sentence: Sentence) -> bool:
    """Say whether the bearer speaks as a victim: `in her victim impact statement, Ada said`."""
    behind = [*sentence.after[:6], ""]
    words = sentence.before[1:7][::-1] if sentence.before[:1] == [","] and behind[0] in SAYING else behind
    if behind[0] not in SAYING or "in" not in words:
        return False
    statement = [word for word in words[words.index("in") + 1 :] if word not in DETERMINERS | {"impact", "personal"}]
    return statement[:2] == ["victim", "statement"]


def tells_of_offence(view: View, sentence: Sentence) -> bool:
    """Say whether the sentence tells of a sexual offence against the bearer."""
    if is_maker(view, sentence) or is_one_of_group(sentence) or is_complainant(view, sentence):
        return True
    if SEXUAL.isdisjoint(sentence.after) and SEXUAL.isdisjoint(sentence.before):
        return False
    said = predicate(sentence.after)
    if is_subject(sentence.after) or says_so(view, said) or charges(view, said) or is_quoted(view, sentence):
        return True
    if is_sufferer(said) or (sentence.after[:2] == [",", "who"] and said[:1] in (["says"], ["said"])):
        return is_sufferer(said) or is_done_to_her(said, whom(view.candidate))
    return is_approached(view, said) or (sentence.after[:1] == ["'s"] and is_spoken_of(sentence.after))


def is_maker(view: View, sentence: Sentence) -> bool:
    """Say whether the bearer makes the claim: `a sexual assault claim … the allegation made by Ada`."""
    if sentence.before[:1] != ["by"] or view.candidate.has_role:
        return False
    rest = [word for word in sentence.before[1:4] if word not in MAKING]
    return rest[:1] != [] and rest[0] in CLAIMS and not SEXUAL.isdisjoint([*sentence.before, *sentence.earlier])


def is_complainant(view: View, sentence: Sentence) -> bool:
    """Say whether the bearer filed a complaint, where something sexual is spoken of near by."""
    said = predicate(sentence.after)
    if view.candidate.has_role or not said or said[0] not in SAYING | FILED:
        return False
    filed = next((index for index, word in enumerate(said[:COMPLAINT]) if word in FILED), len(said))
    if {"complaint", "complaints"}.isdisjoint(said[filed : filed + COMPLAINT]):
        return False
    run = view.candidate.run
    near = view.statistics.tokens[max(0, run - AROUND) : run + AROUND]
    return any(token.low in SEXUAL for token in near)


def is_one_of_group(sentence: Sentence) -> bool:
    """Say whether the bearer is one of several who accuse somebody.

    `Six women have made allegations against him, including Ada`, `Ada and Eve are two of the women who accuse him`.
    """
    before, after = sentence.before, sentence.after
    if "including" in before:
        rest = [word for word in before[before.index("including") + 1 :] if word != ","]
        return rest[:1] != [] and rest[0] in HER and is_accusing(rest)
    being = next((index for index, word in enumerate(after) if word in {"is", "are", "was", "were"}), -1)
    group = next((index for index, word in enumerate(after) if word in GROUPS), -1)
    if being < 0 or not being + 1 < group <= being + ONE_OF or after[group + 1 : group + 2] != ["who"]:
        return False
    return (not being or after[0] == "and") and "of" in after[being:group] and is_accusing(after[group:])


def is_accusing(words: Sequence[str]) -> bool:
    """Say whether women, men or children make claims in these words."""
    return not GROUPS.isdisjoint(words) and not (ACCUSING | CLAIMS).isdisjoint(words)


def is_quoted(view: View, sentence: Sentence) -> bool:
    """Say whether the bearer says it in direct speech: `"I was raped," said Ada`, `Ada said: "He groped me"`."""
    before, after = sentence.before, sentence.after
    if view.candidate.has_role:
        return False
    if before[:1] != [] and before[0] in REPORTING and before[1:2] != [] and before[1] in QUOTES:
        return is_done_to_me(before[::-1])
    return after[:1] != [] and after[0] in REPORTING and not QUOTES.isdisjoint(after[1:4]) and is_done_to_me(after)


def is_done_to_me(words: Sequence[str]) -> bool:
    """Say whether the speaker is whom it was done to: `I was repeatedly raped`, `he groped me`."""
    for index, (word, following) in enumerate(pairwise(words)):
        if (word == "i" and following == "was") or (word in {"had", "have", "i've", "i'd"} and following == "been"):
            return is_done_to(words[index + 2 :])
    return is_done_to_her(["her" if word == "me" else word for word in words])


def is_sufferer(said: Sequence[str]) -> bool:
    """Say whether the bearer suffered it: `survived childhood sexual abuse`, `was subjected to sexual harassment`."""
    verb = next((index for index, word in enumerate(said[:2]) if word in SUFFERED), -1)
    return verb >= 0 and any(is_noun(said[index:]) for index in range(verb + 1, min(verb + 4, len(said))))


def is_approached(view: View, said: Sequence[str]) -> bool:
    """Say whether the bearer charges another with words or acts of that kind: `claimed he made sexual remarks to her`.

    `claimed that she had a sexual relationship` is none, as nothing is done to her.
    """
    verb = next((word for word in said[:1] if word in CHARGING | ACCUSING), "")
    if not verb or view.candidate.has_role:
        return False
    hers = whom(view.candidate)
    places = [index for index, word in enumerate(said) if word in SEXUAL or word == "sex"]
    return any(
        not hers.isdisjoint(said[index + 1 : index + 1 + NEAR_HER])
        if said[index] != "sex"
        else said[index - 1 : index] == ["for"] and said[index - 2] in hers
        for index in places
    )


def is_spoken_of(after: Sequence[str]) -> bool:
    """Say whether the owner of something is spoken of: `Ada's door was broken and she had been sexually assaulted`."""
    place = next((index for index, word in enumerate(after) if word in {"she", "he"}), len(after))
    return SAYING.isdisjoint(after[:place]) and is_subject(after[place + 1 :])
