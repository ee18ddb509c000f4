"""A long sentence made short, so that what is kept says no more than the whole did."""

from __future__ import annotations

import re

LONGEST = 140
"""Characters up to which a sentence is kept whole, and of what is kept of a longer one."""
LONGEST_WHOLE = 240
"""Characters of the longest sentence that is kept whole because no cut is safe."""
SHORTEST = 45
"""Characters that stay at least."""
LONGEST_CLAIMANT = 60
"""Characters above which `according to …` is shortened where it is kept behind a cut."""
FARTHEST = 1000
"""Characters that are looked at; no sentence is as long."""

_DAY = r"(?:today|yesterday|tonight|earlier|last\s+\w+|this\s+\w+|(?:on\s+)?[A-Z]\w+day(?:\s+\w+)?|late\s+on\s+\w+)"
_HOW = r"(?:(?:in|at|on|by|from)\s+(?:[^\s,;]+\s+){0,5}[^\s,;]+)"
_SAYS = (
    r"(?:sa(?:id|ys?)|claim(?:s|ed)?|warn(?:s|ed)?|hears?|heard|reveal(?:s|ed)?|suggest(?:s|ed)?|f(?:ound|inds?)|"
    r"show(?:s|ed|n)?|report(?:s|ed)?|believ(?:es?|ed)|alleg(?:es?|ed)|admit(?:s|ted)?|declar(?:es?|ed)|"
    r"insist(?:s|ed)?|announc(?:es?|ed)|confirm(?:s|ed)?|estimat(?:es?|ed)|predict(?:s|ed)?|fear(?:s|ed)?|"
    r"understands?|disclosed?|ruled|conclud(?:es?|ed)|learn(?:ed|t)|discovered|indicat(?:es?|ed)|argu(?:es?|ed)|"
    r"thinks?|thought|t(?:old|ells?)(?:\s+(?!that\b)[^\s,;]+){0,5}|(?:been|was|were)\s+told)"
)
_HELD = r"(?:claimed|alleged|understood|reported|thought|believed|said|feared|suggested|hoped|announced|confirmed)"
_NO_CLAIMANT = (
    r"(?!(?:which|who|whose|whom|where|when|while|as|after|before|but|and|or|so|with|without|including|because|despite|"
    r"amid|if|unless|until|although|though|saying|claiming|warning|having|has|have|had|being|to|in|on|at)\b)"
)
_CLAIMANT = re.compile(
    rf"(?:(?:,|\s[–—-])\s+|\s(?=according\s+to\s))(?P<words>according\s+to\s[^,;]+|(?:allegedly|reportedly|apparently)\b|"
    rf"it\s+(?:(?:is|was|has\s+been|can\s+be)\s+)?{_HELD}\b[^,;]*|"
    rf"(?:claims?|sa(?:ys?|id)|warns?|suggests?|reveals?|finds?)\s[^,;]+|"
    rf"{_NO_CLAIMANT}(?:[^\s,;]+\s+){{1,18}}?{_SAYS}(?:\s+{_DAY})?(?:\s+{_HOW})?(?:\s+{_DAY})?)(?=[.,;]|\s[–—-]\s|$)"
)
"""Whose claim a sentence is: `, police said on Tuesday`, `, according to a report`, `, an inquest heard`."""

_BOUNDARY = re.compile(
    r",\s|\s[–—-]\s|;\s|\s(?=(?:after|amid|despite|as|because|while|when|although|following|before|saying|since|ahead\sof|"
    r"thanks\sto|due\sto)\s)"
)
_PHRASE = re.compile(r"\s(?=(?:over|during|at|in|on|with|for|by|across|outside|near|inside|between)\s)")
_HINGE = re.compile(
    r"\b(?:if|unless|until|provided|except|cleared|acquitted|den(?:y|ies|ied|ying|ial)|guilty|without\s+(?:charge|trial)|"
    r"innocent|exonerated|overturned|quashed|(?:mis|un)founded|wrongly|mistaken(?:ly)?|false(?:ly)?|untrue|hoax|faked?|"
    r"pretend(?:s|ed|ing)?|jok(?:e|ed|es|ing)|never|no\s+evidence|rather\s+than|instead\s+of|only\s+(?:to|if|when|after)|"
    r"dropped|alleg\w+|claim(?:s|ed)|jury|jurors|inquest|tribunal|reportedly|according|"
    r"(?:court|police|prosecutors?)\s+(?:(?:has|have|had|was|were)\s+)?(?:said|says?|heard|told|believe))\b|"
    r",\s(?:(?:has|have|had)\s)?(?:said|says|told|insist(?:s|ed)|warn(?:s|ed)|argue[sd]|believe[sd])\b"
)
"""Words that turn round what stands before them, make it depend on something or may say whose claim it is.

They are never cut off, but for those that `_CLAIMANT` understands.
"""

_NEGATED = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|cannot|without|refus\w+|fail\w*|ban\w*|stop\w*|prevent\w*)\b|n['’]t\b"
)
_DEPENDS = re.compile(r"\s?(?:before|because|when|while|as|after|since|in|on|at|with|for|by|during|over|across)\s")
_RANKED = re.compile(
    r"\b(?:first|last(?!\s+(?:week|month|year|night|season|summer|winter|\w+day)\b)|only|most|least|best|worst|all|every|"
    r"any|(?!(?:west|rest|test|guest|protest|arrest|interest|request|invest|suggest|forest|contest|chest|quest|latest)\b)"
    r"[a-z]{2,}est)\b(?:\s\S+){0,5}$",
    re.IGNORECASE,
)
"""A rank that holds only within what follows: `the first … since 2009`."""
_DANGLING = re.compile(
    r"(?:\b(?:a|an|the|his|her|its|their|my|our|your|this|that|these|those|some|of|to|in|on|at|by|for|with|from|into|"
    r"over|under|about|and|or|but|nor|than|is|are|was|were|be|been|being|has|have|had|will|would|could|can|may|might|"
    r"must|should|do|does|did|just|even|only|not|no|more|less|so|such|same|known|seen|well|soon|long|far|much|many|"
    r"shortly|while|who|which|where|when|how|what|why)"
    r"|['’]s|s['’])$",
    re.IGNORECASE,
)
"""Words that need another behind them."""
_MAIN = re.compile(r", (?!\d|who|which|where|when|each|every)(?P<clause>[^,–—]*(?:,\d[^,–—]*)*)(?! - )")
_NAMED_AS = re.compile(
    r"\b(?:labell|describ|hail|brand|dubb|slamm|nam|regard|criticis|prais|bill|view|dismiss|condemn|appoint|unveil|"
    r"confirm|reveal|install|identif|treat|portray|denounc|blast|mock|reject|announc|\w+work|serv|act|pos|known|seen|"
    r"cast|market|sold|disguis|promot|advertis|such|same)\w*\b[^,]*$"
)
_BELONGING = (
    (_NEGATED, _DEPENDS),
    (_RANKED, _DEPENDS),
    (_NAMED_AS, re.compile(r" as ")),
    (
        re.compile(r"\b(?:day|week|month|year|hour|minute|second|moment|decade)s?$"),
        re.compile(r" (?:after|before|since|following|as|when) "),
    ),
    (re.compile(r"\b(?:the|on)$"), re.compile(r" following ")),
)
"""Words before and behind a place that mean something else without one another: `two years` and `after …`."""
_OPENED = re.compile(
    r"^(?:After|Along|Although|Amid|Among|As|At|Because|Before|Behind|Between|By|Despite|During|Even|Following|For|From|"
    r"Having|If|In|Inside|Just|Like|Of|On|Once|Over|Since|Thanks|Though|Through|Throughout|To|Under|Unlike|Until|When|"
    r"Whether|While|With|Within|Without|\w+ing|"
    r"(?:The|A|One|Two|Three|Just|Only|Hours|Days|Weeks|Months|Years)\b(?:\s\w+){0,2}\s(?:after|before|since))\s"
)
"""A sentence that begins with a subordinate clause or phrase, so that its main clause follows a comma."""
_VERB = re.compile(
    r"(?<!\bto )\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|do|does|did|isn|aren|"
    r"wasn|hasn|[a-z]{2,}ed|wants?|says?|said|told|gave|got|took|went|came|made|left|lost|found|led|saw|set|met|put|hit|"
    r"cut|spoke|wore|won|beat|broke|began|drew|fell|felt|grew|held|kept|knew|paid|ran|rose|sold|sent|shot|stood|struck|swept|"
    r"tells?|takes?|gets?|faces?|plans?|hopes?|claims?|warns?|needs?|makes?|remains?|become?s?|became|insists?|admits?|"
    r"believes?|calls?|launche?s?)\b|['’](?:s|re|ve)\s"
)
"""A verb of a clause, as far as its form or a list can tell; a missing one makes a title longer, never wrong."""
_RELATIVE = re.compile(r"^(?:\S+\s){1,9}?(?:who|which|that|whose)\s")
_FINITE = re.compile(
    r"(?<!\bto )(?<!\bwho )(?<!\bwhich )(?<!\bthat )(?<!\bhe )(?<!\bshe )(?<!\bit )(?<!\bthey )(?<!\bthere )"
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should)\b"
)
"""A verb that is certainly one, and not that of `who …` or `she …`."""
_SUBORDINATE = re.compile(
    r".*\b(?:as(?!\s['‘“\"])|because|when|while|if|unless|until|although|though|that|which|who|how|what|where)\s"
)
_SURE = re.compile(
    rf"{_FINITE.pattern}|\b(?:sa(?:ys?|id)|took|went|came|gave|got|told|won|insists?|admits?|claims?|wants?)\b"
)
"""A verb that is no participle, as `recorded` may be in `a third of the deaths recorded …`."""
_VERB_LAST = re.compile(
    r"(?:\w{2,}(?:ed|ing|en)|hit|cut|set|put|called|is|was|say|says|said|looks?|plays?|goe?s?|up|out|off|down|away|back)$"
)
"""Verbs and their particles: the phrase behind them is what they speak of."""
_COMMA_NEXT = re.compile(
    r", (?:after|amid|despite|as|because|which|who|whose|while|when|where|although|though|before|with|without|"
    r"including|and|but|in|at|on|from|it|he|she|they|to|for|following|ahead|a|an|the|no\smatter|\w+ing)\s"
)
"""What stands behind a comma that ends a clause, and is not one of a list or of an insertion's end."""
_OF = re.compile(r"\s(?=(?:of|by|from|for|in|on|at|who|which|that|published)\s)")
_LIST = re.compile(
    r"(?!(?:after|amid|as|because|which|who|while|when|before|with|including|but)\s)(?:\S+\s){0,5}\S+(?:,\s|\s(?:and|or)\s)"
)
"""The next member of a list: a comma before it ends no clause."""
_BETWEEN = " \u00a0,;:–—-"
_WEIGHED = re.compile(r"[£$€]?\d[\d,.]*$")
"""An age or amount before a comma, as in `Ada Fenwick, 40, …`."""


def shortened(sentence: str) -> str:
    """Shorten at a clause, else at a phrase, where the words that are left out change nothing; `…` shows the place.

    Whose claim it is stays, even from the end: `… , police said`. Where no cut is safe the sentence is kept whole up
    to `LONGEST_WHOLE` characters; only one that is longer still is cut at a word.
    """
    if len(sentence) <= LONGEST:
        return sentence
    sentence = sentence[:FARTHEST]
    claimant = next((found for found in _CLAIMANT.finditer(sentence) if found.start() >= SHORTEST), None)
    if not claimant:
        cut = _cut(sentence, LONGEST, len(sentence))
        return f"{_kept(sentence, cut)} …" if cut or len(sentence) > LONGEST_WHOLE else sentence
    words, rest = _claimant_words(claimant["words"].strip()), sentence[claimant.end() :].strip(" .")
    room, end = LONGEST - len(words) - len(" …, "), claimant.start()
    cut = end if end <= room and _is_whole(sentence[:end]) else _cut(sentence, room, end)
    if (not cut or _HINGE.search(rest)) and len(sentence) <= LONGEST_WHOLE:
        return sentence
    gap = "" if cut == end else " …"
    return f"{_kept(sentence, cut)}{gap}, {words}{' …' if rest else ''}"


def _kept(sentence: str, cut: int) -> str:
    """Return what stands before a cut; where none is safe, as many words as fit, the last of them no `a` or `of`."""
    if cut:
        return sentence[:cut].rstrip(_BETWEEN)
    kept = sentence[:LONGEST].rsplit(None, 1)[0].rstrip(_BETWEEN)
    while " " in kept and _DANGLING.search(kept):
        kept = kept.rsplit(None, 1)[0].rstrip(_BETWEEN)
    return kept


def _claimant_words(words: str) -> str:
    """Shorten the words that say whose claim it is: of `according to a study of 90 towns by …` stays the study."""
    if len(words) <= LONGEST_CLAIMANT:
        return words
    if words.startswith("according"):
        cuts = [found.start() for found in _OF.finditer(words, len("according to "), LONGEST_CLAIMANT)]
        return f"{words[: cuts[-1]] if cuts else words[:LONGEST_CLAIMANT].rsplit(None, 1)[0]} …"
    most = LONGEST_WHOLE - LONGEST
    return words if len(words) <= most else f"{words[:most].rsplit(None, 1)[0]} …"


def _cut(sentence: str, room: int, end: int) -> int:
    """Return where to cut before `end`, or 0: the last boundary of a clause that is safe, else the last of a phrase."""
    for boundary in (_BOUNDARY, _PHRASE):
        places = [found.start() for found in boundary.finditer(sentence[: room + 12])]
        for place in reversed([place for place in places if SHORTEST <= place <= min(room, end - 1)]):
            if _is_safe(sentence[:place].rstrip(_BETWEEN), sentence[place:end], in_clause=boundary is _PHRASE):
                return place
    return 0


def _is_safe(kept: str, rest: str, *, in_clause: bool) -> bool:
    """Whether words can stand alone and mean without the rest what they meant with it."""
    if _HINGE.search(rest) or not _is_whole(kept):
        return False
    if any(before.search(kept) and after.match(rest) for before, after in _BELONGING):
        return False
    if rest.startswith(", "):
        return bool(_COMMA_NEXT.match(rest)) and not _LIST.match(rest[2:]) and not _WEIGHED.search(kept)
    return not in_clause or (
        bool(_SURE.search(kept)) and not (_VERB_LAST.search(kept) or _NEGATED.search(kept) or _RANKED.search(kept))
    )


def _is_whole(kept: str) -> bool:
    """Whether words are a main clause with a verb, and open nothing that they do not close."""
    if _DANGLING.search(kept) or not _is_closed(kept):
        return False
    inner = _SUBORDINATE.match(kept)
    if inner and not _VERB.search(kept, inner.end()):
        return False
    if _OPENED.match(kept):
        main = _MAIN.search(kept)
        return bool(main and _VERB.search(main["clause"]))
    relative = _RELATIVE.match(kept)
    if relative and not _FINITE.search(relative.group()):
        return bool(_FINITE.search(kept, relative.end()))
    return bool(_VERB.search(kept))


def _is_closed(kept: str) -> bool:
    """Whether every quotation mark and bracket that is opened is closed."""
    doubles = kept.count('"') % 2 == 0 and kept.count("“") <= kept.count("”")
    openings = len(re.findall(r"(?:^|(?<=[\s(\[–—-]))['‘](?=\w)", kept))
    closings = len(re.findall(r"(?<=[\w.,!?…*%])['’](?=$|[\s.,;:!?)\]–—-])", kept))
    return doubles and openings <= closings and kept.count("(") <= kept.count(")")
