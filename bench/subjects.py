"""Topics and sources: how many are right over the golden blocks."""

from __future__ import annotations

from bench.table import Table, share
from build_site.derive.source import derive_source
from tests.golden.test_describe_golden import BLOCKS, REGISTERS, WITH_TOPICS, listed, topics_of


def topics() -> Table:
    """Micro-averaged F1 of topics: counts are added up over all blocks before the shares are taken."""
    pairs = [(topics_of(block.text), listed(block.labels["topics"])) for block in WITH_TOPICS]
    right = sum(len(found & labelled) for found, labelled in pairs)
    found, labelled = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    values = (share(right, found), share(right, labelled), share(2 * right, found + labelled))
    rows = [("golden blocks", str(len(pairs)), str(labelled), str(found), str(right), *values)]
    head = ("set", "texts", "labelled", "found", "right", "precision", "recall", "micro-F1")
    return Table("Topics", head, rows)


def sources() -> Table:
    """Count right, unknown and wrong sources; unknown is not wrong."""
    pairs = [
        (derive_source(block.text, REGISTERS).value, block.labels["source"])
        for block in BLOCKS
        if "source" in block.labels
    ]
    right = sum(found == label for found, label in pairs)
    missed = sum(not found and label != "unknown" for found, label in pairs)
    wrong = [found for found, label in pairs if found and found != label]
    unknown = sum(not found and label == "unknown" for found, label in pairs)
    rows = [("golden blocks", *map(str, (len(pairs), right + unknown, missed, len(wrong))))]
    return Table("Sources", ("set", "texts", "right", "unknown, though stated", "wrong"), rows)
