# `make run` serves the dashboard, `make test` runs every test. A fresh machine needs python3 and make, no more.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run test lint bench check clean

help:           ## show this list
	@grep -E '^[a-z]+: .*##|^[a-z]+:  *##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/:/'

run: $(VENV)/run.done   ## set everything up and serve on http://localhost:8501
	@$(BIN)/daybook serve --port $(PORT)

test: $(VENV)/test.done ## set everything up, browser included, and run every test
	@$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/test.done ## style and errors
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

bench: $(VENV)/test.done ## measure speed; BENCH=--quick for a short run
	@$(BIN)/python -m benchmarks $(BENCH)

check: $(VENV)/run.done ## check every article file
	@$(BIN)/daybook check

clean:          ## remove the virtual environment
	rm -rf $(VENV)

$(VENV)/run.done: requirements.txt pyproject.toml
	@echo "Setting up $(VENV) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/daybook boundaries >/dev/null
	@touch $@

$(VENV)/test.done: $(VENV)/run.done requirements-test.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@PATH="$(abspath $(BIN)):$$PATH" sh tests/browser/install.sh
	@touch $@
