"""`python -m tests.corpus N OUTDIR [--seed K]`: write an archive of N invented articles into OUTDIR."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.corpus.archive import write_corpus


def main() -> None:
    """Read the command line and write the corpus."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.corpus", description="Write an archive of invented articles."
    )
    parser.add_argument("count", type=int, metavar="N", help="how many articles")
    parser.add_argument("folder", type=Path, metavar="OUTDIR", help="the archive's folder; made where it is not there")
    parser.add_argument("--seed", type=int, default=1, metavar="K", help="names the corpus (default: 1)")
    wanted = parser.parse_args()
    write_corpus(wanted.folder, wanted.count, wanted.seed)


if __name__ == "__main__":
    main()
