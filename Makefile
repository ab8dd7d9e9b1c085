# Two commands do everything: `make audit` and `make test`. Both install what they need into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := samples/weak-draft.docx
PAGE := samples/weak-draft.audit.html

.PHONY: audit test docs samples bench clean

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "cpraudit needs Python 3.11 or newer; name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@echo "Installing cpraudit into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

audit: $(VENV)/installed
	@$(BIN)/cpraudit check $(SAMPLE) --html $(PAGE)
	@echo
	@echo "The report to look at: $(PAGE)   (open it in a browser)"

test: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -n auto

samples: $(VENV)/installed-dev
	@$(BIN)/python samples/build.py

docs: $(VENV)/installed-dev
	@$(BIN)/python docs/build.py

bench: $(VENV)/installed-dev
	@$(BIN)/python bench/speed.py

clean:
	rm -rf $(VENV) build dist *.egg-info
