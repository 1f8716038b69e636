# Every target sets up what it needs; after the first run none needs a network.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/pip install --quiet --disable-pip-version-check
# Tests wait for processes and disks: one more at once than there are cores.
AT_ONCE = $(shell $(PYTHON) -c "import os; print(1 + (os.cpu_count() or 1))")
# Nor do they compile for each of the processes that tests start what was compiled for the one before.
unexport PYTHONDONTWRITEBYTECODE
# Each commit of a bot waits for the disk. Tests kill processes, never the machine: memory keeps as well, where it has room.
ROOM = $(shell $(PYTHON) -c "import os, shutil as s; m = '/dev/shm'; \
    print(m if os.access(m, os.W_OK) and s.disk_usage(m).free > 4 << 30 else os.environ.get('TMPDIR', '/tmp'))")

.PHONY: help setup run demo test any-day lint bench screens standard chaos check mutants lock clean

help: ## prints this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 12

setup: $(VENV)/.development ## installs everything into .venv

run: $(VENV)/.runtime ## runs the bot: on Telegram with BOT_TOKEN in .env, otherwise with a chat page in the browser
	@$(BIN)/python -m bot start $(ARGS)

demo: $(VENV)/.runtime ## runs offices at work in the chat page: officers, cases of a month
	@$(BIN)/python -m bot demo $(ARGS)

test: $(VENV)/.development ## runs the whole suite with coverage
	@rm -f .coverage .coverage.*
	TMPDIR=$(ROOM) $(BIN)/python -m coverage run -m pytest -n $(AT_ONCE) --dist loadfile --no-loadscope-reorder $(or $(ARGS),--whole-standard tests/standard/coverage.toml)
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report
	$(BIN)/python -m coverage report --include='domain/*,services/*' --fail-under=100

check: $(VENV)/.development ## checks what a change affects, within a minute: style, types, the nearest tests
	@$(BIN)/python -m tools.check $(ARGS)

mutants: $(VENV)/.development ## breaks the program in 40 random places; prints those that no test notices
	@$(BIN)/python -m tools.mutants $(ARGS)

any-day: $(VENV)/.development ## runs the tests that depend on the day on days off, at New Year, in other years
	@$(BIN)/python -m tests.any_day

lint: $(VENV)/.development ## runs ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.development ## runs the benchmarks, as ratios to a peer or a limit
	$(BIN)/python -m benchmarks

screens: $(VENV)/.development ## writes the screens as text and pictures to docs/screens/ (needs Chromium)
	$(BIN)/python -m tools.screens.words
	$(BIN)/python -m tools.screens.film

standard: $(VENV)/.development ## rewrites docs/standard.md from the rows and the marks of the tests
	$(BIN)/python -m tools.build_standard_page

chaos: $(VENV)/.development ## runs updates, filings, officers' actions and complaints under 2,800 kills, and stock aiogram
	$(BIN)/python -m benchmarks.chaos $(ARGS)

lock: ## renews the lock files (needs a network)
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet uv
	printf "setuptools>=77\n" | $(VENV)-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade \
	    --python-version 3.11 pyproject.toml - -o requirements.lock
	printf "setuptools>=77\n" | $(VENV)-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade \
	    --python-version 3.11 --extra dev pyproject.toml - -o requirements-dev.lock

clean: ## removes what the targets made
	rm -rf $(VENV) $(VENV)-lock .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.*

$(VENV)/.runtime: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (once) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing the development tools into $(VENV) (once) ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
