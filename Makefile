# Qui préside: `make serve` runs the main job, `make test` passes the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
EXTRAS ?= test
REQUIRE ?=
export REQUIRE

.PHONY: help serve build test check bench assets clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

EDITOR := server/static/vendor/yasgui.min.js
NPM := $(shell command -v npm 2>/dev/null)

serve: build $(if $(NPM),editor) ## read the French text, build the graph and serve it on http://127.0.0.1:8000
	@$(BIN)/quipreside serve $(SERVE)

assets: $(EDITOR) ## build the query editor into the static files; needs npm

.PHONY: editor
editor:
	@$(MAKE) --no-print-directory --silent assets || echo "The query editor could not be built; the query page is a plain form." >&2

$(EDITOR): assets/package.json assets/package-lock.json
	@$(if $(NPM),,echo "make: npm was not found; install Node.js with npm." >&2; exit 1)
	@echo "Building the query editor into server/static/vendor/ …" >&2
	@npm ci --silent --no-audit --no-fund --ignore-scripts --prefix assets
	@mkdir -p $(@D)
	@cp assets/node_modules/@zazuko/yasgui/build/yasgui.min.css assets/node_modules/@zazuko/yasgui/build/yasgui.min.js $(@D)/
	@touch $@

build: $(VENV)/.run ## build the release; SOURCE=FILE tries another text out in dist-alternative/
	@$(BIN)/quipreside build $(if $(SOURCE),--text '$(SOURCE)')

test: $(VENV)/.test ## run every test, formatter, linter and type checker
	@$(MAKE) --no-print-directory static
	$(BIN)/pytest

check: $(VENV)/.test ## the short form of `make test`
	@$(MAKE) --no-print-directory static
	$(BIN)/pytest -m 'not slow'

.PHONY: static
static:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.test ## measure against the peers; prints ratios
	$(BIN)/python -m bench
	$(BIN)/python -m bench.scale

clean: ## remove what the targets made
	rm -rf $(VENV) dist dist-alternative build assets/node_modules server/static/vendor *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) was not found; install Python 3.11 or later." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than 3.11; name a later one, as in make PYTHON=python3.12 $(MAKECMDGOALS)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "make: this Python cannot make an environment; on Debian and Ubuntu, install the package python3-venv." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing the libraries into $(VENV)/ …" >&2
	@$(INSTALL) .
	@touch $@

$(VENV)/.test: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing the libraries and the test tools into $(VENV)/ …" >&2
	@$(INSTALL) '.[$(EXTRAS)]'
	@touch $@ $(VENV)/.run
