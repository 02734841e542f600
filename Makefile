# Two commands matter: `make chat` talks to the coach, `make test` checks everything.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ECHO   := $(VENV)/echo-bots
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help chat run install test check lint unit faults bench peers lock transcripts clean

help:            ## list these targets
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

chat: $(VENV)/runtime    ## talk to the coach in the terminal
	@$(BIN)/python -m bot chat

run: $(VENV)/runtime     ## run the Telegram bot (needs COACH_BOT_TOKEN)
	@$(BIN)/python -m bot run

install: $(VENV)/runtime ## install what the coach needs, and nothing else

test: lint unit  ## everything that must hold: what CI runs

lint: $(VENV)/dev        ## ruff, mypy, import-linter, content check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot check-content

unit: $(VENV)/dev        ## the tests, with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term

faults: $(VENV)/dev      ## the long tests: kills in full number
	$(BIN)/python -m pytest -m long

bench: $(VENV)/dev $(ECHO)/ready ## how fast critique (beside proselint), composer, pictures, deliveries and turns are
	@$(BIN)/python -m tests.benchmarks.bench_critique
	@$(BIN)/python -m tests.benchmarks.bench_compose
	@$(BIN)/python -m tests.benchmarks.bench_pictures
	@$(BIN)/python -m tests.benchmarks.bench_deliver
	@$(BIN)/python -m tests.benchmarks.bench_zones
	@BENCH_PEERS=$(ECHO)/bin/python $(BIN)/python -m tests.benchmarks.bench_turns
	@$(BIN)/python -m tests.benchmarks.bench_abuse

peers: $(VENV)/dev $(VENV)/peers ## the bot against emulators that others wrote (one wants Node and npm)
	@$(BIN)/python -m tests.peers $(VENV)/peers-python/bin/python $(VENV)/peers-node/node_modules

transcripts: $(VENV)/dev ## rewrite what the coach says in tests/transcripts; read the diff
	$(BIN)/python -m tests.helpers.transcript tests/transcripts/*.chat

lock: $(VENV)/dev        ## pin what pyproject.toml asks for, with hashes
	@$(MAKE) --no-print-directory lockfiles COMPILE=$(BIN)/pip-compile

.PHONY: lockfiles
lockfiles:
	CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for editable --output-file requirements.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file tests/peers/requirements.lock tests/peers/requirements.in
	CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file tests/benchmarks/requirements.lock tests/benchmarks/requirements.in

$(ECHO)/ready: tests/benchmarks/requirements.lock
	@test -x $(ECHO)/bin/python || $(PYTHON) -m venv $(ECHO)
	@echo "Installing the bots that the coach is measured beside (once)..."
	@$(ECHO)/bin/python -m pip install --quiet --require-hashes -r tests/benchmarks/requirements.lock
	@touch $@

$(VENV)/runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the coach needs (once)..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q bot
	@touch $@

$(VENV)/dev: $(VENV)/runtime requirements-dev.lock
	@echo "Installing what the checks need (once)..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/peers: tests/peers/requirements.lock
	@echo "Installing the emulators (once)..."
	@$(PYTHON) -m venv $(VENV)/peers-python
	@$(VENV)/peers-python/bin/python -m pip install --quiet --require-hashes -r tests/peers/requirements.lock || echo "telemelya: NOT INSTALLED"
	@npm install --silent --no-save --no-package-lock --prefix $(VENV)/peers-node telegram-test-api@4.2.1 || echo "telegram-test-api: NOT INSTALLED (npm is needed)"
	@touch $@

clean:
	rm -rf $(VENV) .coverage* .mypy_cache .pytest_cache .ruff_cache
