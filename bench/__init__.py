"""Figures about this project, printed and never asserted: how right it is, and how long it takes. `make bench`.

A module a measure: a function `measure() -> Table`, entered in `bench/__main__.py`.
"""
