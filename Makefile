# kdsite: `make run` to try it out, `make test` to check it. README.md says the rest.

# Debian's Python is built with optimisations that one compiled by pyenv lacks, and takes a fifth
# less time for the tests; where it does not fit, it is the one that the shell finds.
FITS := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell /usr/bin/python3 -c '$(FITS)' 2>/dev/null && echo /usr/bin/python3 || echo python3)
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
export PORT

ANY_TEXT = $(shell git grep -l "^from hypothesis" -- tests)

.PHONY: run test soak bench lint format messages

run: $(VENV)/ready
	@$(PY) scripts/check_port.py $(PORT)
	@mkdir -p var/mail
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py compile_catalogues
	@$(PY) manage.py load_demo
	@echo "kdsite: http://127.0.0.1:$(PORT)/"
	@$(PY) manage.py scheduler --parent $$$$ & exec $(PY) manage.py runserver --noreload 127.0.0.1:$(PORT)

test: $(VENV)/ready-dev
	@sh scripts/install_test_tools.sh
	@$(PY) manage.py compile_catalogues
	@$(PY) scripts/run_tests.py $(if $(ARGS),--on sqlite $(ARGS))

# The races and the faults of the machine, a hundred times each or at each step, what holds of any text,
# with two thousand texts, and what no browser sends at each place of every address; then the site as many
# use it for half an hour, or for SOAK_MINUTES. By hand, never in CI.
soak: $(VENV)/ready-soak
	@sh scripts/install_test_tools.sh
	@$(PY) manage.py compile_catalogues
	@SOAK_ROUNDS=100 $(PY) scripts/run_tests.py tests/editorial/races tests/editorial/releases/test_publish_due.py tests/faults tests/bad_input $(ANY_TEXT)
	@$(PY) -m scripts.soak

# The site as readers get it, measured against its bounds; by hand. scripts/bench/__main__.py
# says how it is narrowed.
bench: $(VENV)/ready-dev
	@sh scripts/install_test_tools.sh lighthouse@13.5.0
	@$(PY) -m scripts.bench

lint: $(VENV)/ready-dev
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/djade --check $$(git ls-files '*.html')

format: $(VENV)/ready-dev
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .
	@$(VENV)/bin/djade $$(git ls-files '*.html')

messages: $(VENV)/ready
	@command -v xgettext >/dev/null || { echo "kdsite: extracting messages needs Debian's package gettext."; exit 1; }
	@$(PY) manage.py makemessages --locale fi --locale sv --no-location --no-wrap --ignore '.venv/*' --ignore 'var/*' --verbosity 0
	@$(PY) manage.py compile_catalogues

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { echo "kdsite needs Python 3.11 to 3.13 (Debian's package python3)."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "kdsite needs Python's venv module (Debian's package python3-venv)."; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/ready: requirements.txt $(VENV)/bin/python
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(VENV)/ready-soak: requirements-soak.txt $(VENV)/ready-dev
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-soak.txt
	@touch $@
