"""Names that are held back for a person to review: design.md section 5.

A name is held back where the text itself calls its bearer a victim, a complainant, a survivor or a child, directly
before or behind the name, or says that a sexual offence was done to its bearer (`holding_accounts.py` reads the whole
sentence). Of other sentences only a child's age counts (`children.py`), and nothing of it is ever put out but the
reason, to the person who runs `describe`.
"""

from __future__ import annotations

from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.features_behind import age_behind
from build_site.derive.people.holding_accounts import SEXUAL, is_stating, sentence_of, tells_of_offence
from build_site.derive.people.holding_ages import is_child_age
from build_site.derive.people.holding_offences import is_object, is_offended_against
from build_site.derive.people.holding_phrases import DETERMINERS, ENDS_PHRASE, NOT_CHILDREN, phrase_start
from build_site.derive.people.openers import NUMBERS
from build_site.derive.people.view import JOINTS
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

VICTIM = "called a victim"
PROTECTED = "may be anonymous by law"
CHILD = "called a child"
NOT_REAL = "not a real name"
FIRST_NAME_ONLY = "first name only"
LABEL = "anonymised label"

VICTIMS = parse("victim victims complainant complainants survivor survivors accuser accusers")
SEVERAL_VICTIMS = parse("victims complainants survivors accusers")
"""The nouns that a list of names may follow: `victims Ada Fenwick and Bo Lund`."""
CHILDREN = parse("schoolgirl schoolboy schoolchild sixth-former tot toddler baby infant newborn child pupil girl boy")
BEARERS = VICTIMS | CHILDREN
COUNTED = parse("only first last other same next")
"""Words before `girl` with which a clause follows: `the only girl Bo Lund met`."""
AFTER_A_NOUN = parse(
    ", . ; : ) – — ! ? ¦ of who whose whom from in at and has had was is said says told by named identified 's"
) | {""}
"""What may stand behind the noun; anything else makes it part of another: `a victim support worker`."""
CONFIRMED = parse("confirmed named identified")
BETWEEN = CONFIRMED | parse("to be been later also today now who died")
"""Words between a noun and `was`: `the first victim to be named was Ada Fenwick`."""
PHRASE = 7
"""Words that a noun phrase has at most before its noun."""


def hold_reasons(views: Sequence[View]) -> Iterator[str]:
    """Yield the reasons to hold a name back, from all places where it stands."""
    for view in views:
        before = [*reversed(view.candidate.front), *(token.low for token in view.before)]
        after = [token.low for token in view.after]
        if is_victim_before(view, before) or is_called_behind(view.after, after, VICTIMS) or is_confirmed(after):
            yield VICTIM
        is_honoured = view.candidate.is_single and view.candidate.core[-1] in view.statistics.honoured
        if (is_called_before(before, CHILDREN) and not is_honoured) or is_child_age(view, before, after):
            yield CHILD
        if is_called_behind(view.after, after, CHILDREN) or is_described(view.after, after):
            yield CHILD
        if view.candidate.run in view.statistics.children and not age_behind(view):
            yield CHILD
        if view.statistics.has_minor and is_teenager(before) and not age_behind(view):
            yield CHILD
        if is_offended_against(view, before, after) or is_object_in_list(view, after):
            yield PROTECTED
        if is_pseudonym(before, after):
            yield NOT_REAL
    yield from hold_reasons_of_sentences(views)


def hold_reasons_of_sentences(views: Sequence[View]) -> Iterator[str]:
    """Yield the reasons that whole sentences give, in a text that has words for them at all."""
    lower = views[0].statistics.lower
    has_victims, has_offences = any(map(lower.__contains__, VICTIMS)), any(map(lower.__contains__, SEXUAL))
    for view in views if has_victims or has_offences else ():
        sentence = sentence_of(view)
        if is_called_behind(sentence.tokens, sentence.after, VICTIMS) or is_confirmed(sentence.after):
            yield VICTIM
        if has_victims and not view.candidate.has_role and is_stating(sentence):
            yield VICTIM
        if has_offences and tells_of_offence(view, sentence):
            yield PROTECTED


def is_victim_before(view: View, before: Sequence[str]) -> bool:
    """Say whether what stands before the name calls its bearer a victim."""
    if is_called_before(before, VICTIMS) or is_called_before(before_list(view), SEVERAL_VICTIMS):
        return True
    if is_included(before) or is_included(before_list(view)):
        return True
    return is_identified(before) or is_said_to_be(before)


def is_called_before(before: Sequence[str], nouns: frozenset[str]) -> bool:
    """Say whether one of the nouns stands directly before the name: `the victim, Ada Fenwick`, `victim Ada Fenwick`."""
    comma = bool(before) and before[0] in {",", ":", "–", "—"}
    words = before[1:] if comma else before
    if not words or words[0] not in nouns or (len(words) > 1 and words[1] in NOT_CHILDREN):
        return False
    needs_determiner = comma or words[0] in {"girl", "boy", "child"}
    if needs_determiner and not comma and not COUNTED.isdisjoint(words[1:2]):
        return False
    if not needs_determiner:
        return True
    return is_determined(words[1:4]) or not NUMBERS.isdisjoint(words[1:2])


def before_list(view: View) -> list[str]:
    """Return the words before the list of names in which the name stands, nearest first; nothing where it leads."""
    names = list(takewhile(lambda token: token.is_capital or token.low in JOINTS, view.before))
    rest = [token.low for token in view.before[len(names) :]]
    if not names or view.candidate.front:
        return []
    return [",", *rest] if names[-1].low == "," else rest


def is_teenager(before: Sequence[str]) -> bool:
    """Say whether the text calls the bearer a teenager: `missing teenager Ada`, `the teenage singer, Ada`."""
    return before[:1] in (["teenager"], ["teen"]) or "teenage" in before[:4]


def is_determined(words: Sequence[str]) -> bool:
    """Say whether `the`, `Bo Lund's` or the like belongs to the noun behind these words, nearest first."""
    if words[:1] == ["'s"]:
        return True
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


def is_included(before: Sequence[str]) -> bool:
    """Say whether the name is among victims: `his victims include Ada Fenwick`."""
    return before[:1] != [] and before[0] in {"include", "included"} and not SEVERAL_VICTIMS.isdisjoint(before[1:2])


def is_said_to_be(before: Sequence[str]) -> bool:
    """Say whether `was` joins a victim to the name: `the first victim to be named was Ada Fenwick`.

    `The lawyer for the victims was Bo Lund` speaks of somebody else, `one of the victims was Bo Lund` does not.
    """
    if before[:1] not in (["was"], ["is"], ["were"], ["are"]):
        return False
    rest = list(dropwhile(lambda word: word in BETWEEN, before[1:]))
    if not rest or rest[0] not in VICTIMS:
        return False
    link = next((index for index, word in enumerate(rest[1:5], 1) if word in ENDS_PHRASE), 0)
    return not link or rest[link : link + 2] == ["of", "one"]


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
        is_joined = word.isdecimal() or word == "'s" or (word == "-" and after[index - 1].isdecimal())
        if (
            not (tokens[index].is_word or (is_joined and nouns is VICTIMS))
            or word.endswith("ing")
            or word in NOT_CHILDREN
        ):
            return False
        if word in ENDS_PHRASE and not (word == "of" and after[index - 1] == "one"):
            return False
    return False


def is_described(tokens: Sequence[Token], after: Sequence[str]) -> bool:
    """Say whether the bearer is described as a child: `was described in court as a "happy baby"`."""
    if after[:1] != ["was"] or "described" not in after[:3] or "as" not in after:
        return False
    phrase = [token.low for token in tokens[after.index("as") :] if token.is_word]
    return any(word in CHILDREN for word in phrase) and phrase[1:2] in (["a"], ["an"])


def is_object_in_list(view: View, after: Sequence[str]) -> bool:
    """Say whether a sexual offence has a list of names for its object: `raped Eve Marsh and Ada Fenwick`."""
    rest = before_list(view)
    return view.previous == "and" and rest[:1] not in ([], [","]) and is_object(rest, after)


def is_pseudonym(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether the name is said not to be real.

    `(not her real name)`, `whose name has been changed`, `(a pseudonym)`, `a woman whom we are calling Ada Fenwick`.
    """
    words = list(after)
    if ("not" in words[:4] and "real" in words[:6] and "name" in words[:7]) or words[:3] == ["(", "a", "pseudonym"]:
        return True
    if "name" in words[:4] and "changed" in words[:8] and ("whose" in words[:3] or words[:1] == ["'s"]):
        return True
    return before[:1] in (["call"], ["calling"]) and "we" in before[:4]
