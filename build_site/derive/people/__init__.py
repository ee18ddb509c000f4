"""People mentioned in a text, by rules in plain Python: no model, no download, the same answer everywhere.

The modules in the order in which a text passes through them:

    masking     what is read: everything but credits, by-lines, interface lines
    tokens      words and marks with their places
    candidates  capitalised runs; `peeling` takes titles and bodies off their ends,
                `openers` what opens a sentence, `compounds` what describes
    view        a candidate with its surroundings; `pages` says whether the text is a copied page
    features_*  what speaks for or against a person; `weights` is the table, `scoring` the sum
    groups      all places of one name; `labels` finds `Girl A`
    linking     which names are one person: `forms` shortens a name, `uses` tells `May said` from `in May`
    slips       names with a wrong letter
    holding     names held back for review: `holding_*` by ages, offences, sentences; `children` by what is said before
    naming      what is reported
    spellings   names that may be another spelling of one held back; `near_names` finds them

`vocabulary` names the word lists, `known` reads the register. "Mentioned" is the only relation that is derived.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.derive.people.candidates import find_candidates
from build_site.derive.people.groups import make_groups
from build_site.derive.people.known import make_known
from build_site.derive.people.linking import link
from build_site.derive.people.masking import mask
from build_site.derive.people.naming import describe
from build_site.derive.people.spellings import hold_spellings
from build_site.derive.people.tokens import tokenise

if TYPE_CHECKING:
    from build_site.derive.model import Credit, DerivedPerson, Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text


def derive_people(
    text: Text, residue: tuple[Residue, ...], credits_: tuple[Credit, ...], registers: Registers
) -> tuple[DerivedPerson, ...]:
    """Return the people whom a text mentions by name, in the order in which they are first named.

    Names held back are among them, with their status and reason. People named only in credits or by-lines are not.
    Time is linear in the length of the text.
    """
    composed = replace(text, content=unicodedata.normalize("NFC", text.content))
    masked = mask(composed, residue, credits_)
    tokens = tokenise(masked.lines)
    known = make_known(registers)
    groups = make_groups(tokens, find_candidates(tokens), masked.name_lines, known)
    lines = composed.lines
    people = hold_spellings([describe(bearer, tokens, lines, text.first_line) for bearer in link(groups, known)])
    return tuple(sorted(people, key=lambda person: (person.mentions[0].line, person.mentions[0].start)))
