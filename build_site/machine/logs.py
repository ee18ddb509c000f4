"""The only module that touches logging: messages of another program's logger are held back and said later."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ERROR = logging.ERROR
"""Level of an error."""
Said = tuple[str, int, str]
"""Logger, level and words of a message."""


class _Holding(logging.Handler):
    def __init__(self, said: list[Said]) -> None:
        super().__init__()
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def held_back(name: str) -> Iterator[list[Said]]:
    """Collect what the logger `name` and those below it say inside of the `with` block, instead of showing it."""
    logger = logging.getLogger(name)
    said: list[Said] = []
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [_Holding(said)], False
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def say_again(said: list[Said]) -> None:
    """Say messages that were held back."""
    for name, level, words in said:
        logging.getLogger(name).log(level, words)


def tell(name: str, words: str) -> None:
    """Say something as information, in another program's log."""
    logging.getLogger(name).info(words)


@contextmanager
def counted(name: str, counter: logging.Handler | None) -> Iterator[None]:
    """Give all that is said inside of the `with` block to `counter`, too, where there is one."""
    logger = logging.getLogger(name)
    if counter:
        logger.addHandler(counter)
    try:
        yield
    finally:
        if counter:
            logger.removeHandler(counter)


def level(name: str) -> int:
    """Give the level from which the logger `name` says something."""
    return logging.getLogger(name).getEffectiveLevel()
