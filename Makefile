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

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 12

setup: $(VENV)/.development ## everything into .venv

run: $(VENV)/.runtime ## the bot: on Telegram with BOT_TOKEN in .env, else on a chat page in the browser
	@$(BIN)/python -m bot start $(ARGS)

demo: $(VENV)/.runtime ## a living office in the chat page: officers, cases of a month
	@$(BIN)/python -m bot demo $(ARGS)

test: $(VENV)/.development ## the whole suite with coverage
	@rm -f .coverage .coverage.*
	TMPDIR=$(ROOM) $(BIN)/python -m coverage run -m pytest -n $(AT_ONCE) --dist loadfile --no-loadscope-reorder $(or $(ARGS),--whole-standard tests/standard/coverage.toml)
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report
	$(BIN)/python -m coverage report --include='domain/*,services/*' --fail-under=100

check: $(VENV)/.development ## what a change touches, within a minute: style, types, the nearest tests
	@$(BIN)/python -m tools.check $(ARGS)

mutants: $(VENV)/.development ## breaks the program in 40 places drawn by a seed; prints where no test notices
	@$(BIN)/python -m tools.mutants $(ARGS)

any-day: $(VENV)/.development ## what goes by the clock on days off, at New Year, in other years (tests/any_day.toml)
	@$(BIN)/python -m tests.any_day

lint: $(VENV)/.development ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.development ## benchmarks, as ratios against a peer or a limit
	$(BIN)/python -m benchmarks

screens: $(VENV)/.development ## the screens as words and as pictures, into docs/screens/ (needs Chromium)
	$(BIN)/python -m tools.screens.words
	$(BIN)/python -m tools.screens.film

standard: $(VENV)/.development ## docs/standard.md anew, from the rows and the marks of the tests
	$(BIN)/python -m tools.build_standard_page

chaos: $(VENV)/.development ## 10,000 updates, 10,000 filings, officers' acts, complaints, under 2,800 kills; stock aiogram beside
	$(BIN)/python -m benchmarks.chaos $(ARGS)

lock: ## renew the lock files (needs a network)
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet uv
	printf "setuptools>=77\n" | $(VENV)-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade \
	    --python-version 3.11 pyproject.toml - -o requirements.lock
	printf "setuptools>=77\n" | $(VENV)-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade \
	    --python-version 3.11 --extra dev pyproject.toml - -o requirements-dev.lock

clean: ## remove what the targets made
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
