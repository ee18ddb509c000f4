"""Personal data in texts: what is found, and what only looks like it. All numbers are reserved or invented."""

from __future__ import annotations

import pytest

from build_site.lint.personal_data import find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to ada.fenwick+pier@post.fenwick.example.", [("e-mail", 9)]),
        ("Ring 01632 960983 or (01632) 960 983.", [("telephone", 5), ("telephone", 21)]),
        ("Ring 020 7946 0958, 07700 900123", [("telephone", 5), ("telephone", 20)]),
        ("Ring +44 1632 960983 now", [("telephone", 5)]),
        ("Ring +1 202-555-0143 or 202-555-0143.", [("telephone", 5), ("telephone", 24)]),
        ("of 12 Pier Road, Tarnmouth ZZ1 1AA", [("address", 3)]),
        ("of 7b Quay St, N1 9GU, said", [("address", 3)]),
        ("number AB123456C there", [("national insurance", 7)]),
        ("sort code 12-34-56, account 12345678", [("bank", 10)]),
        ("IBAN GB82 WEST 1234 5698 7654 32.", [("bank", 5)]),
        ("card 4111 1111 1111 1111 was used", [("bank", 5)]),
        ("the shortest: 01632 9609", [("telephone", 14)]),
        ("the shortest: 4222222222222", [("bank", 14)]),
    ],
)
def test_it_is_found_where_it_begins(text: str, found: list[tuple[str, int]]) -> None:
    assert [(finding.kind, finding.start) for finding in find([text])] == found


@pytest.mark.parametrize(
    "text",
    [
        "In 2024-25 it cost £1,234,567,890 and 12,000,000 people came.",
        "From 1914 to 1918, on 01/02/2031 and 2031-04-02, at 10.30 and 11:45.",
        "Scores: 3-2, 21-19, 6-4 6-3 7-6. Odds of 100-1.",
        "ISBN 978-1-4028-9462-6 and page 1234567.",
        "Flight BA 1234 left gate 56 at 0930. Case 2031/0123456.",
        "He lives in N1 and works in SW1A; the M25 and the A1 were closed.",
        "@fenwick said on a site: price 5 @ 10p, user@localhost",
        "AB 12 is a class of boat; section 12 of the act; C 130.",
        "card 4111 1111 1111 1112 has a wrong check digit",
    ],
)
def test_what_only_looks_like_it_is_passed_over(text: str) -> None:
    assert list(find([text])) == []


def test_lines_are_counted_from_nought_and_a_long_one_ends() -> None:
    (finding,) = find(["words " * 8000, "x a@b.example"])
    assert (finding.line, finding.start) == (1, 2)
    assert list(find(["a" * 50_000, "0" * 50_000, "1 " * 25_000, "a.b-" * 12_000, "@" * 50_000])) == []
