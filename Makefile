# The few verbs people need. Nothing but Python 3.11 or later and make has to be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := inputs/exemple.xlsx
QUARTER_BEFORE := inputs/exemple-t2.xlsx

.DEFAULT_GOAL := help
.PHONY: help demo test golden examples sweep mutants check bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## build the example's deck and plan, and say where they are
	@$(BIN)/copil build $(EXAMPLE) --since $(QUARTER_BEFORE)
	@echo; echo "The documents:"; find build -type f \( -name '*.pptx' -o -name '*.docx' \) | sort | sed 's/^/  /'

test: $(VENV)/.installed-dev ## run the tests
	@$(BIN)/pytest -n 2 --dist worksteal -q

golden: $(VENV)/.installed-dev ## write the snapshots of the tests anew, to be looked at as a difference
	@$(BIN)/pytest --update-golden -q

examples: $(VENV)/.installed-dev ## write the workbooks and pages of inputs anew, from the program
	@$(BIN)/python -m tools.examples

sweep: $(VENV)/.installed-dev ## change each cell, header, row and sheet in turn: nothing vanishes, nothing internal shows (hours)
	@SWEEP=whole $(BIN)/pytest tests/workbook tests/editions/test_interference.py -q -n 2

mutants: $(VENV)/.installed-dev ## put faults into a room, ROOM=measures MOST=40, and tell which ones its tests do not find
	@$(BIN)/python -m tools.mutants $(or $(ROOM),measures) --most $(or $(MOST),40)

check: $(VENV)/.installed-dev ## lint, format, types, floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(VENV)/.installed-dev ## time and memory of check and build
	@$(BIN)/python -m tests.house.bench $(EXAMPLE)

clean: ## remove what was built, keep the environment
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

$(VENV)/.created:
	@echo "Creating the environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: pyproject.toml | $(VENV)/.created
	@echo "Installing copil"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/.created
	@echo "Installing copil and its development tools"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.installed
