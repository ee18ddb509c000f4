"""Names that are held back for a person to review: design.md section 5.

A name is held back where the text itself calls its bearer a victim, a complainant, a survivor or a child, directly
before or behind the name. Nothing is concluded from anything further away, and nothing of it is ever put out but the
reason, to the person who runs `describe`.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.features_behind import CLOSING, age_behind
from build_site.derive.people.peeling import NUMBERS, WORDED_AGES, YEARS_OLD
from build_site.derive.people.view import MAJORITY
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

VICTIM = "called a victim"
CHILD = "called a child"
NOT_REAL = "not a real name"
FIRST_NAME_ONLY = "first name only"
LABEL = "anonymised label"

VICTIMS = parse("victim victims complainant complainants survivor survivors accuser accusers")
CHILDREN = parse("schoolgirl schoolboy schoolchild toddler baby infant newborn child pupil girl boy")
BEARERS = VICTIMS | CHILDREN
NOT_CHILDREN = parse("former ex ex- golden poster bad party local it pin-up old")
"""Words before one of `CHILDREN` with which it means no child: `former pupil`, `golden girl`."""
DETERMINERS = parse("the a an another his her their our my one this that")
AFTER_A_NOUN = parse(", . ; : ) – — ! ? ¦ of who whose whom from in at and has had was is said says told by 's") | {""}
"""What may stand behind the noun; anything else makes it part of another: `a victim support worker`."""
ENDS_PHRASE = parse(
    """for of to with by from who whose that and on in at against about than representing helping supporting or as
    said says told but when where which"""
)
"""Words that end a noun phrase before its noun: what follows them is somebody else, `a lawyer for the victim`."""
CONFIRMED = parse("confirmed named identified")
ENDED = parse("died vanished disappeared drowned")
"""Verbs behind a name whose age is given as `aged 14`; who started or sang `aged 14` is older now."""
BEING = parse("is was were became become been being")
PHRASE = 5
"""Words that a noun phrase has at most before its noun."""
OFFENCE_REACH = 3
"""Words behind `was` within which the offence is named: `was repeatedly raped`."""
SEXUAL_OFFENCES = parse("raped molested trafficked")
OFFENCES_AFTER_SEXUALLY = parse("abused assaulted exploited attacked")
SCORERS = 3
"""Bracketed numbers in a line from which they are goals or minutes and no ages."""


def hold_reasons(views: Sequence[View]) -> Iterator[str]:
    """Yield the reasons to hold a name back, from all places where it stands."""
    for view in views:
        before = [*reversed(view.candidate.front), *(token.low for token in view.before)]
        after = [token.low for token in view.after]
        if is_called_before(before, VICTIMS) or is_identified(before):
            yield VICTIM
        if is_called_behind(view.after, after, VICTIMS) or is_offended_against(after) or is_confirmed(after):
            yield VICTIM
        if is_called_before(before, CHILDREN) or is_child_age(view, before, after):
            yield CHILD
        if is_called_behind(view.after, after, CHILDREN) or is_described(view.after, after):
            yield CHILD
        if view.statistics.has_minor and is_teenager(before) and not age_behind(view):
            yield CHILD
        if is_pseudonym(after):
            yield NOT_REAL


def is_called_before(before: Sequence[str], nouns: frozenset[str]) -> bool:
    """Say whether one of the nouns stands directly before the name: `the victim, Ada Fenwick`, `victim Ada Fenwick`."""
    comma = bool(before) and before[0] in {",", ":", "–", "—"}
    words = before[1:] if comma else before
    if not words or words[0] not in nouns or (len(words) > 1 and words[1] in NOT_CHILDREN):
        return False
    needs_determiner = comma or words[0] in {"girl", "boy", "child"}
    return is_determined(words[1:4]) if needs_determiner else True


def is_teenager(before: Sequence[str]) -> bool:
    """Say whether the text calls the bearer a teenager: `missing teenager Ada`, `the teenage singer, Ada`."""
    return before[:1] in (["teenager"], ["teen"]) or "teenage" in before[:4]


def is_determined(words: Sequence[str]) -> bool:
    """Say whether `the` or the like belongs to the noun behind these words, nearest first."""
    for word in words:
        if word in DETERMINERS:
            return True
        if word in ENDS_PHRASE:
            return False
    return False


def is_identified(before: Sequence[str]) -> bool:
    """Say whether the name is what a victim is identified as: `the victim was named as Ada Fenwick`."""
    if not before or before[0] not in {"as", "named", "identified"}:
        return False
    is_named = "named" in before or "identified" in before
    return is_named and any(word in BEARERS for word in before[1:])


def is_confirmed(after: Sequence[str]) -> bool:
    """Say whether the bearer is confirmed as a victim soon after: `became the first to be confirmed as a victim`."""
    sentence = list(takewhile(lambda word: word not in {".", ";", ","}, after))
    confirmed = next((index for index, word in enumerate(sentence) if word in CONFIRMED), len(sentence))
    return sentence[confirmed + 1 : confirmed + 2] == ["as"] and not VICTIMS.isdisjoint(sentence[confirmed:])


def is_called_behind(tokens: Sequence[Token], after: Sequence[str], nouns: frozenset[str]) -> bool:
    """Say whether an appositive or predicate calls the bearer so: `, a survivor of`, `was one of the victims`."""
    start = phrase_start(after)
    if start < 0:
        return False
    for index in range(start, min(start + PHRASE, len(after))):
        word = after[index]
        if word in nouns:
            following = after[index + 1] if index + 1 < len(after) else ""
            return following in AFTER_A_NOUN
        if not tokens[index].is_word or word.endswith("ing") or word in NOT_CHILDREN:
            return False
        if word in ENDS_PHRASE and not (word == "of" and after[index - 1] == "one"):
            return False
    return False


def phrase_start(after: Sequence[str]) -> int:
    """Return where a phrase about the bearer begins: behind a comma, `who was`, or `was`; -1 if none does."""
    index = 0
    if after[:1] == [","] or after[:1] in (["–"], ["—"], ["("]):
        index = 1
    if after[index : index + 1] == ["who"]:
        index += 1
    while after[index : index + 1] and after[index] in {"has", "had", "have", "also", "himself", "herself"}:
        index += 1
    if after[index : index + 1] and after[index] in BEING:
        return index + 1
    return index if index == 1 and after[0] in {",", "–", "—", "("} else -1


def is_described(tokens: Sequence[Token], after: Sequence[str]) -> bool:
    """Say whether the bearer is described as a child: `was described in court as a "happy baby"`."""
    if after[:1] != ["was"] or "described" not in after[:3] or "as" not in after:
        return False
    phrase = [token.low for token in tokens[after.index("as") :] if token.is_word]
    return any(word in CHILDREN for word in phrase) and phrase[1:2] in (["a"], ["an"])


def is_offended_against(after: Sequence[str]) -> bool:
    """Say whether the bearer is said to be the object of a sexual offence; UK law keeps such people anonymous."""
    start = phrase_start(after)
    if start < 1 or after[start : start + 2] == ["being", "groomed"]:
        return False
    words = [*after[start : start + OFFENCE_REACH], ""]
    return any(is_offence(word, following) for word, following in pairwise(words))


def is_offence(word: str, following: str) -> bool:
    """Say whether the words name a sexual offence; who is groomed for an office is the object of none."""
    if word == "groomed":
        return following not in {"to", "for", "as"}
    return word in SEXUAL_OFFENCES or (word == "sexually" and following in OFFENCES_AFTER_SEXUALLY)


def is_child_age(view: View, before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether an age below `MAJORITY` is attached to the name: `, 14,`, `aged 14`, `14-year-old Ada`."""
    if is_age_before(before) or is_age_behind(after) or is_age_of_both(after):
        return True
    return is_age_in_brackets(after) and not is_scorer(view)


def is_age_before(before: Sequence[str]) -> bool:
    """Say whether `14-year-old` stands before the name, with up to two words between."""
    for index, word in enumerate(before[:4]):
        if word in WORDED_AGES:
            return True
        if word in YEARS_OLD:
            number = before[index + 1 :]
            return is_minor(number[1:] if number[:1] == ["-"] else number, word)
        if index and word in ENDS_PHRASE:
            return False
    return False


def is_age_behind(after: Sequence[str]) -> bool:
    """Say whether an age follows: `, 14,`, `, nine,`, `, aged 14`, `, both 14`, `, a 14-year-old`, `died aged 14`."""
    words = list(after)
    if len(words) > 1 and words[0] in ENDED and words[1] == "aged":
        words = words[1:]
    had_comma = bool(words) and words[0] == ","
    words = words[1:] if had_comma else words
    signs = {"aged", "who", "is", "was", "then", "now", "only", "just", "turned", "both", "all", *DETERMINERS}
    sign_count = next((index for index, word in enumerate(words) if word not in signs), len(words))
    rest = words[sign_count:]
    if not rest or not (had_comma or "aged" in words[:sign_count] or {"is", "was"} & set(words[:1])):
        return False
    if rest[0] in WORDED_AGES or (rest[0] in NUMBERS and (rest[1:2] == [] or rest[1] in CLOSING)):
        return True
    if rest[1:2] == ["-"] and rest[2:3] and rest[2] in YEARS_OLD:
        return is_minor(rest, rest[2])
    return is_minor(rest, "") and (rest[1:2] == [] or rest[1] in CLOSING or rest[1] in {"and", "when", "at", "from"})


def is_age_of_both(after: Sequence[str]) -> bool:
    """Say whether the name is the first of two that `both 14` follows: `Ada Fenwick and Bo Lund, both 14`."""
    if after[:1] != ["and"] or "both" not in after:
        return False
    both = after.index("both")
    return after[both - 1] == "," and is_minor(after[both + 1 :], "")


def is_age_in_brackets(after: Sequence[str]) -> bool:
    """Say whether `(14)` follows the name."""
    return after[:1] == ["("] and is_minor(after[1:], "") and after[2:3] == [")"]


def is_scorer(view: View) -> bool:
    """Say whether the line has so many bracketed numbers that they are goals or minutes."""
    return view.candidate.is_single or view.statistics.brackets[view.name[0].line] >= SCORERS


def is_minor(words: Sequence[str], unit: str) -> bool:
    """Say whether the first word is a number that makes a child's age, in years or in the smaller unit given."""
    if not words or not words[0].isdecimal() or len(words[0]) > 2:  # noqa: PLR2004 - digits of an age
        return False
    return unit.startswith(("month", "week", "day")) or int(words[0]) < MAJORITY


def is_pseudonym(after: Sequence[str]) -> bool:
    """Say whether the name is said not to be real: `(not her real name)`, `whose name has been changed`."""
    words = list(after)
    return ("not" in words[:3] and "real" in words[:5] and "name" in words[:6]) or (
        "name" in words[:4] and "changed" in words[:8] and "whose" in words[:3]
    )
