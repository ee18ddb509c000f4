"""`python -m bench [--gold FILE] [--misses]`: print every measure, or the scores of people for one labelled file."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from bench import people, speed, subjects
from build_site.machine.console import say, show_problems
from build_site.problem import ProblemsError

MEASURES = (people.measure, people.credits_measure, subjects.topics, subjects.sources, speed.measure)


def main() -> None:
    """Read the command line and print the tables, each as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Print figures; nothing is asserted.")
    parser.add_argument("--gold", type=Path, metavar="FILE", help='JSON Lines {"id", "text", "people": […]}')
    parser.add_argument("--misses", action="store_true", help="name what is found in error, and what is not found")
    wanted = parser.parse_args()
    if wanted.gold and not wanted.gold.is_file():
        parser.error(f"there is no file {wanted.gold}")
    try:
        for measure in (partial(people.measure, wanted.gold),) if wanted.gold else MEASURES:
            say(f"{measure()}\n")
        if wanted.misses:
            say(str(people.misses(wanted.gold)))
    except ProblemsError as error:
        show_problems(error.problems)
        sys.exit(error.status)


if __name__ == "__main__":
    main()
