"""People whom a text says a sexual offence was done to, or who it says may not be named.

In the United Kingdom they are anonymous for life from the moment on at which they complain (Sexual Offences (Amendment)
Act 1992, section 1). So these rules go further than those for other victims: they also look at what somebody says of
herself, and at the object of a verb. A prosecutor who says of somebody else that she was raped has a title or a role.
"""

from __future__ import annotations

from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING

from build_site.derive.people.holding_phrases import DETERMINERS, phrase_start, predicate
from build_site.derive.people.uses import gender, gender_of_name
from build_site.derive.people.vocabulary import HONORIFICS, is_role
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.candidates import Candidate
    from build_site.derive.people.view import View

REACH = 3
"""Words behind `was` within which the offence is named: `was repeatedly raped`."""
OBJECT_REACH = 5
"""Words before a name within which the verb stands whose object it is: `raped his neighbour Ada Fenwick`."""
SAYING_REACH = 7
"""Words behind a name within which its bearer is spoken of again: `told the court that she`."""
DONE = parse("raped molested trafficked groomed groped fondled")
DONE_AFTER_ADVERBS = parse("abused assaulted exploited attacked harassed")
"""Offences as a participle; behind `was`, the other forms say what somebody did."""
OFFENCES = DONE | parse("rapes raping molesting trafficking grooming groping fondling")
ADVERBS = parse("sexually indecently")
AFTER_ADVERBS = DONE_AFTER_ADVERBS | parse("abusing assaulting exploiting attacking harassing")
NOUNS = parse("rape molestation grooming")
ADJECTIVES = parse("sexual sex indecent")
AFTER_ADJECTIVES = parse("abuse assault assaults attack attacks exploitation harassment")
ABUSED = parse("abused abusing")
"""Offences only with `her` or `him` behind them, or with `as a child`: fans abuse players, too."""
FORCED = parse("forced coerced made pressured")
SEX = parse("sex intercourse")
"""What somebody is `forced to have`, or `refused to have`."""
WHERE = parse("breast breasts bottom buttocks groin leg legs thigh thighs inappropriately sexually")
"""What follows `touched her` where that is an offence."""
CHARGING = parse("filed sued complained alleged alleges claimed claims")
"""Verbs behind which what another did `to her` may stand anywhere in the sentence."""
AS_A_CHILD = parse("child boy girl teenager pupil schoolboy schoolgirl")
CLAIMS = parse("complaint complaints allegation allegations accusation accusations claim claims")
FOR_AN_OFFICE = parse("to for as")
"""Words behind `groomed` with which it is no offence: `groomed to run the ferry`."""
SAYING = parse("""alleged alleges claimed claims said says told reported reports revealed recalled recalls described
    describes testified disclosed accused accuses spoke made believes""")
BEFORE_BEING = parse("described describes of recalled recalls about after reported reports")
OF_HER = parse("she he they")
HER = parse("her him them")
NOT_TO_BE = (("cannot", "be"), ("can't", "be"), ("can", "not", "be"), ("may", "not", "be"), ("must", "not", "be"))
NAMED = parse("named identified")


def is_offended_against(view: View, before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether a sexual offence was done to the bearer, as the text says directly or the bearer is told to say."""
    if is_object(before, after) or is_one_of_several(before) or is_subject(after) or is_owner_of_object(after):
        return True
    if is_claimed(before, after):
        return True
    said = predicate(after)
    return is_anonymous(said) or says_so(view, said) or charges(view, said)


def is_anonymous(said: Sequence[str]) -> bool:
    """Say whether the bearer may not be named, or has given that up: `waived her anonymity`."""
    if any(tuple(said[: len(words)]) == words and not NAMED.isdisjoint(said[:6]) for words in NOT_TO_BE):
        return True
    return said[:1] == ["waived"] and "anonymity" in said


def is_object(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether the name is the object: `raped Ada`, `raping his neighbour Ada`, `the rape of Ada`."""
    if after[:1] == ["'s"] or is_office(after):
        return False
    words = [*dropwhile(HONORIFICS.__contains__, before[: OBJECT_REACH + 1]), "", "", ""]
    words = words[1:] if words[0] == "," and after[:1] == [","] else words
    if words[0] in {"of", "on"}:
        noun = 3 if words[2] == "and" else 1
        if words[noun] in NOUNS or (words[noun] in AFTER_ADJECTIVES and words[noun + 1] in ADJECTIVES):
            return True
    if words[0].endswith("ed") and words[1] == "and":
        words = words[2:]
    for index, (word, previous) in enumerate(pairwise(words)):
        if word in OFFENCES or (word in AFTER_ADVERBS and previous in ADVERBS):
            nearer = words[index - 1]
            return not index or nearer in DETERMINERS or nearer.isdecimal() or (index == 1 and is_role(nearer))
        if not word.replace("-", "a").isalnum():
            return False
    return False


def is_one_of_several(before: Sequence[str]) -> bool:
    """Say whether the name is among the objects: `sexually harassed employees including the reader Ada`."""
    several = [*before[before.index("including") :], ""] if "including" in before else []
    return any(
        word in OFFENCES or (word in AFTER_ADVERBS and previous in ADVERBS) for word, previous in pairwise(several)
    )


def is_claimed(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether the bearer claims it: `claims by Ada that he had raped her`, `claims from Ada that they had sex`."""
    link, noun = [*before[:2], "", ""][:2]
    if link == "by" and "accused" in before and is_noun(before[1 : before.index("accused")][::-1][1:]):
        return True
    if link not in {"by", "from"} or noun not in CLAIMS or "that" not in after:
        return False
    slept = ("slept", "with") in pairwise(after)
    return slept or is_done_to_her(after) or not (SEX | ADJECTIVES | ADVERBS | OFFENCES).isdisjoint(after)


def is_office(after: Sequence[str]) -> bool:
    """Say whether an office follows for which somebody is groomed: `groomed Ada to succeed him`."""
    return after[:1] != [] and after[0] in FOR_AN_OFFICE


def is_subject(after: Sequence[str]) -> bool:
    """Say whether the bearer is what was done to: `was raped`, `, who had been sexually abused`, `abused as a boy`."""
    words = behind_age(after)
    start = phrase_start(words)
    if start < 1 or words[start : start + 2] == ["being", "groomed"]:
        return False
    return is_done_to(words[start:])


def behind_age(after: Sequence[str]) -> Sequence[str]:
    """Return what follows an age between commas: `, now 31, was abused`."""
    age = 2 if after[:1] == [","] and after[1:2] in (["now"], ["aged"]) else 1
    has_age = after[:1] == [","] and after[age : age + 1] != [] and after[age].isdecimal()
    return after[age + 2 :] if has_age and after[age + 1 : age + 2] == [","] else after


def is_done_to(words: Sequence[str]) -> bool:
    """Say whether words behind `was` name the offence soon: `repeatedly raped by a man`."""
    near = [*words[: REACH + 1], ""]
    if near[0] in FORCED and words[1:3] == ["to", "have"] and not SEX.isdisjoint(words[3:5]):
        return True
    for word, following in pairwise(near[: REACH + 1]):
        if (word in DONE or following in DONE_AFTER_ADVERBS) and is_offence(word, following):
            return True
    return "abused" in near[:REACH] and "as" in words and not AS_A_CHILD.isdisjoint(words)


def is_offence(word: str, following: str) -> bool:
    """Say whether two words name a sexual offence; who is groomed for an office is the object of none."""
    if word in {"groomed", "grooming"}:
        return following not in FOR_AN_OFFICE
    return word in OFFENCES or (word in ADVERBS and following in AFTER_ADVERBS)


def is_owner_of_object(after: Sequence[str]) -> bool:
    """Say whether somebody of the bearer's did it to the bearer: `Ada's stepfather was jailed for abusing her`."""
    return after[:1] == ["'s"] and is_done_to_her(predicate(after[1:]))


def is_done_to_her(words: Sequence[str], whom: frozenset[str] = HER) -> bool:
    """Say whether an offence has `her` or `him` for its object."""
    done = OFFENCES | ABUSED
    return any(word in done and following in whom for word, following in pairwise(words)) or any(
        (first in ADVERBS and second in AFTER_ADVERBS and third in whom)
        or (first == "touched" and second in whom and third in WHERE)
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    )


def says_so(view: View, said: Sequence[str]) -> bool:
    """Say whether the bearer says it of herself: `alleged that she had been raped`, `spoke of being groomed`."""
    if not said or said[0] not in SAYING or view.candidate.has_role:
        return False
    if said[0] in {"accused", "accuses"}:
        charge = said[said.index("of") + 1 :] if "of" in said else []
        return is_noun(charge) or is_done_to_her(charge)
    if said[0] == "made":
        behind = next((index + 2 for index, pair in enumerate(pairwise(said)) if pair[0] in CLAIMS), 0)
        return said[behind - 1 : behind] == ["of"] and is_noun(said[behind:])
    for index, word in enumerate(said[:SAYING_REACH]):
        if word == "being" and said[index - 1] in BEFORE_BEING:
            return is_done_to(said[index + 1 :])
        if word in OF_HER and not is_other(view.candidate, word):
            return is_subject(said[index + 1 :])
    return False


def charges(view: View, said: Sequence[str]) -> bool:
    """Say whether the bearer charges another with it: `filed a suit in which he is said to have groped her`."""
    is_charge = not view.candidate.has_role and said[:1] != [] and said[0] in CHARGING
    return is_charge and is_done_to_her(said, whom(view.candidate))


def is_noun(words: Sequence[str]) -> bool:
    """Say whether the words name a sexual offence as a noun: `rape against him`, `a sexual assault`."""
    near = [word for word in words[:3] if word not in DETERMINERS]
    return near[:1] != [] and (near[0] in NOUNS or (near[0] in ADJECTIVES and not AFTER_ADJECTIVES.isdisjoint(near)))


def is_other(candidate: Candidate, pronoun: str) -> bool:
    """Say whether the pronoun speaks of somebody else: `Mr Lund said she`."""
    return pronoun == {"m": "she", "f": "he"}.get(gender(candidate.title))


def whom(candidate: Candidate) -> frozenset[str]:
    """Return the objects that may be the bearer: `Mr Lund alleged that he had groped him`, but not `her`."""
    first = "" if candidate.is_single else gender_of_name(candidate.core[0])
    return HER - {{"m": "her", "f": "him"}.get(gender(candidate.title) or first, "")}
