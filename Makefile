# Everything a person needs to say to this repository. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
# Extra words for the program or for pytest: make test ARGS="-k dibao"
ARGS ?=

.PHONY: help run demo test test-all check bench screenshots i18n lock format clean ready ready-for-tests

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' Makefile

ready:
	@packaging/prepare run

ready-for-tests:
	@packaging/prepare test

run: ready ## set up what is missing and open the program (without a display: make demo)
	@packaging/run $(ARGS)

demo: ready ## do the main job without a window, into build/demo/
	@packaging/demo build/demo

test: ready-for-tests ## set up what is missing and run the tests
	@packaging/run-tests "not slow" $(ARGS)

test-all: ready-for-tests ## run the tests with the slow ones
	@packaging/ensure-packages slow
	@packaging/run-tests "slow or not slow" $(ARGS)

check: ready-for-tests ## style, types, layers, catalogue, forbidden words, tests and their coverage
	@packaging/check

bench: ready-for-tests ## measure speed and memory, into build/bench.json
	@packaging/with-display $(BIN)/python -m tests.bench.run $(ARGS)

screenshots: ready-for-tests ## a picture of every page at 1366x768, into build/screenshots/
	@packaging/with-display $(BIN)/python packaging/screenshots.py build/screenshots $(ARGS)

i18n: ready-for-tests ## bring the English catalogue up to date and compile it
	@$(BIN)/python packaging/catalogue.py update

format: ready-for-tests ## let ruff format the code and mend what it can
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

# `make lock ARGS=--upgrade` takes newer versions; without it only what pyproject.toml demands changes.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: --no-header
LOCK := $(COMPILE) pyproject.toml requirements/build.in

lock: ready-for-tests ## pin and hash the packages of pyproject.toml again
	@$(LOCK) $(ARGS) --output-file requirements/run.txt >/dev/null
	@$(LOCK) $(ARGS) --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt >/dev/null
	@$(COMPILE) requirements/bench.in $(ARGS) --output-file requirements/bench.txt >/dev/null
	@git diff --stat -- requirements

clean: ## remove what was made (the virtual environment stays)
	@rm -rf build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
	@find clerk_app tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
