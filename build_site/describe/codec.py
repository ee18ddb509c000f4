"""A description as one line and back, exactly."""

from __future__ import annotations

from functools import lru_cache

from build_site.derive.model import Description
from build_site.machine.codec import Codec


def encode(description: Description) -> str:
    """Write a description on one line."""
    return _codec().encode(description)


def decode(line: str | bytes) -> Description:
    """Read what `encode` wrote. Raises `ValueError` where it is anything else."""
    try:
        return _codec().decode(line)
    except ValueError as error:
        message = f"no description: {error}"
        raise ValueError(message) from None


@lru_cache(maxsize=1)
def _codec() -> Codec[Description]:
    return Codec(Description)
