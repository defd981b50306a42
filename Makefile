# Everything a person needs: `make` lists it. Nothing here needs more than Python 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MARK := $(VENV)/.installed
PEERS := .venv-peers

.DEFAULT_GOAL := help
.PHONY: help run test soak check fmt bench lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "%-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(MARK)-run ## Start the bot; without a config.toml, the demo in your browser
	@if [ -f config.toml ]; then exec $(BIN)/dateline run; else exec $(BIN)/dateline demo; fi

test: $(MARK)-dev ## Run the tests, on SQLite and PostgreSQL
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: $(MARK)-dev ## Lint, type-check, check imports, size budgets and coverage of the pure packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_house.py tests/newsroom tests/views tests/storage/test_words.py -q --cov=bot.newsroom --cov=bot.views \
		--cov=storage.model --cov=storage.words --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

fmt: $(MARK)-dev ## Format, and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

soak: $(MARK)-dev ## Kill, starve and stop workers over 10,000 chats, on both engines; a minute at the limit; a year (long)
	SOAK_CHATS=10000 SOAK_KILLS=100 SOAK_FAULT_SECONDS=20 SOAK_SIGTERMS=300 SOAK_SECONDS=60 SOAK_STOPS=20 \
		SOAK_SUBSCRIPTIONS=1000 SOAK_DAYS=365 SOAK_CORRECTED=5000 SOAK_MIGRATED_ROWS=100000 SOAK_HOURS=24 SOAK_EXAMPLES=5000 \
		SOAK_COPIED_DELIVERIES=1000000 $(BIN)/python -m pytest -s $(addprefix tests/delivery/test_, \
		crashes.py day.py faults.py fleet.py failing_writes.py stops.py rates.py year.py correcting.py) \
		tests/storage/test_migration_killed.py tests/storage/test_copying_killed.py tests/fuzz

bench: $(MARK)-dev $(PEERS)/.installed ## Measure against floors and peers in one run; a library of a million articles is kept in .bench
	BENCH_PEERS=$(PEERS)/bin/python $(BIN)/python -m tests.bench

lock: $(MARK)-dev ## Resolve the dependencies anew and pin them with hashes
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header -q -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header -q -o requirements-dev.txt

clean: ## Remove what was made here
	rm -rf $(VENV) $(PEERS) .bench .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(MARK)-run: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(MARK)-dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@ $(MARK)-run

$(PEERS)/.installed:
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install -q --disable-pip-version-check aiogram==3.31.0
	@touch $@
