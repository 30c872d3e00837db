# Every command of the kiosk. `make` alone lists them.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run edit staff preview check fix test test-all soak bench numbers docs publish pictures trees
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /: /' | awk -F': ' '{printf "make %-14s %s\n", $$1, $$2}'

run: .venv/run ## set everything up, and serve the kiosk on this machine
	@served=$$($(BIN)/python -m logic served-at) || { echo "$$served" >&2; exit 1; }; \
	MALLOC_ARENA_MAX=1 $(BIN)/streamlit run streamlit_app.py $$served

edit: .venv/run ## serve an editor's kiosk, which shows each change, at http://127.0.0.1:8502
	$(BIN)/streamlit run editors_app.py --server.port 8502

staff: .venv/run ## serve the staff view, on this machine alone, at http://127.0.0.1:8503
	$(BIN)/streamlit run staff_app.py --server.port 8503

preview: .venv/browser ## photograph a condition before and after a change (CONDITION=ptsd)
	@$(BIN)/python -m tests.browser.preview "$(CONDITION)"

check: .venv/dev ## check code, imports and content; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m logic check
	$(BIN)/python -m logic coverage

fix: .venv/dev ## put code in order where a machine can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: check .venv/browser ## set everything up, a browser too, and run every check and test
	$(BIN)/pytest -n 2 --dist worksteal

test-all: check .venv/browser ## the same, and the tests that take long
	$(BIN)/pytest -n 2 --dist worksteal -m ""

soak: .venv/browser ## visits of random length for a set time, and what they leave behind (MINUTES=30)
	@$(BIN)/python -m tests.soak --minutes "$(or $(MINUTES),30)" $(if $(SEED),--seed "$(SEED)")

bench: .venv/browser ## what the kiosk costs beside what nothing can be faster than (ROUNDS=10; WRITE=yes keeps it)
	@$(BIN)/python -m benchmarks --rounds "$(or $(ROUNDS),10)" $(if $(WRITE),--keep --write)

numbers: .venv/dev ## work out the intervals that studies do not print, into content/computed/
	$(BIN)/python -m logic intervals

docs: .venv/run ## write docs/rules.md and docs/schemas/ from the code, and the page of a kiosk at rest
	$(BIN)/python -m logic rules > docs/rules.md
	$(BIN)/python -m logic schemas
	$(BIN)/python -m pages.parts.not_ready > pages/static/not-ready.html

publish: .venv/run ## write the site that phones open, for the clinic's own web server (FOLDER=site)
	@$(BIN)/python -m logic publish "$(FOLDER)"

pictures: .venv/browser ## photograph every page at four sizes into .screenshots/
	$(BIN)/python -m tests.browser.pictures

trees: .venv/browser ## write what a screen reader is given on each page into tests/browser/trees/
	$(BIN)/python -m tests.browser.trees

.venv/run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Ask First needs Python 3.11 or later. Name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(PYTHON) tests/debian.py python3-venv
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.venv/browser: .venv/dev
	$(BIN)/python -m tests.browser.chromium
	@touch $@
