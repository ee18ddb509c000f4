"""Documents → what Pagefind makes of them, by its service: nothing is written to the disk.

The messages are those of Pagefind's own Python package, which waits a tenth of a second for each answer; here all are
sent at once. The documents are numbered as they are sent. By its command line they would be numbered as the disk
happens to list them, so that an index made elsewhere would differ.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from build_site.machine import process
from build_site.problem import machine_problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from build_site.search.documents import Document

_END = b","
"""Stands behind each message and each answer."""


def make_bundle(folder: Path, documents: Sequence[Document], language: str) -> dict[str, bytes]:
    """Give the files of Pagefind's index, path → content; `folder` is where the program runs.

    Errors (status 3): Pagefind is missing, fails, or does not take a document.
    """
    sent = [_message({"type": "NewIndex", "config": {"force_language": language}})]
    sent += [
        _message({"type": "AddFile", "index_id": 0, "file_path": document.path, "file_contents": document.html})
        for document in documents
    ]
    sent.append(_message({"type": "GetFiles", "index_id": 0}))
    done = process.converse([_program(), "--service"], folder, b"".join(sent), len(sent), _END)
    answers = _answers(done)
    refused = next((answer["message"] for answer in answers if answer["type"] == "Error"), "")
    if done.status or refused or len(answers) < len(sent):
        last = (done.output.strip().splitlines() or ["it ended without a word"])[-1]
        raise machine_problem(f"Pagefind: {refused or last}", "run the set-up again; the former site is still in place")
    return {file["path"]: b64decode(file["content"]) for file in answers[-1]["files"]}


def _program() -> str:
    try:
        return str(get_executable())
    except FileNotFoundError as error:
        raise machine_problem(f"Pagefind: {error}", "run the set-up again") from None


def _message(payload: dict[str, Any]) -> bytes:
    return b64encode(json.dumps({"message_id": 0, "payload": payload}).encode()) + _END


def _answers(done: process.Finished) -> list[dict[str, Any]]:
    """Read the answers; none where the program said anything else."""
    try:
        found = done.output.split(_END.decode())[:-1]
        return [json.loads(b64decode(answer, validate=True))["payload"] for answer in found]
    except (ValueError, KeyError, TypeError):
        return []
