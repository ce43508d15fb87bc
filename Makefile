# Everything from a fresh clone, with no more than Python 3.11 and make: `make demo`, `make test`.
# Options are passed on by ARGS: make test ARGS='-k language', make demo ARGS='--lang en'.

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV := build/uv/bin/uv
UV_VERSION := 0.13.9

# The first that runs and is new enough: a name alone proves nothing, since pyenv has a stub for each version it knows.
find_python = for python in $(PYTHON) python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done

.PHONY: help setup demo test format generated lock soak bench clean
.PHONY: check check-static check-format check-lint check-types check-imports check-generated
.DELETE_ON_ERROR:

help:
	@echo 'make demo          audit the built-in province and print its ranking'
	@echo 'make test          run the tests'
	@echo 'make check         all that CI asks: check-static, then test'
	@echo 'make check-static  format, lint, types, imports, generated files unchanged'
	@echo 'make format        format the code and mend what ruff can mend'
	@echo 'make generated     write the generated files anew: docs, schema, catalogues'
	@echo 'make setup         make .venv with all development tools (the others do it when needed)'
	@echo 'make lock          resolve the dependencies anew (UPGRADE=--upgrade: to their newest versions)'
	@echo 'make soak, bench   the long measurements'
	@echo 'make clean         remove what make made; never a run'

setup: .venv/dev.stamp

demo: .venv/runtime.stamp
	$(BIN)/webaudit demo $(ARGS)

test: .venv/dev.stamp
	$(BIN)/python -m pytest -n logical $(ARGS)

check: check-static test

# One target each, so that `make --keep-going` tells of all that is wrong.
check-static: check-format check-lint check-types check-imports check-generated

check-format: .venv/dev.stamp
	$(BIN)/ruff format --check .

check-lint: .venv/dev.stamp
	$(BIN)/ruff check .

check-types: .venv/dev.stamp
	$(BIN)/mypy

check-imports: .venv/dev.stamp
	$(BIN)/lint-imports

# Writes nothing: compares what is checked in with what it would write.
check-generated: .venv/dev.stamp
	$(BIN)/python docs/generate.py --check

format: .venv/dev.stamp
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

generated: .venv/dev.stamp
	$(BIN)/python docs/generate.py

soak: .venv/bench.stamp
	$(BIN)/python bench/kill.py
	$(BIN)/python bench/replay.py
	$(BIN)/python bench/gaming.py
	$(BIN)/python bench/hostile.py
	WEBAUDIT_TORTURE=100000 $(BIN)/python -m pytest -n logical tests/test_torture.py
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n logical --timeout 3600 tests/extract tests/store tests/render tests/crawl/test_address.py tests/crawl/test_dns.py

bench: .venv/bench.stamp
	$(BIN)/python bench/start.py
	$(BIN)/python bench/static_pass.py
	$(BIN)/python bench/truth.py
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/latency.py

# The farm and the rivals that only measurements need.
.venv/bench.stamp: bench/farm/requirements.txt bench/farm/requirements-rivals.txt .venv/dev.stamp
	$(PIP) install -r bench/farm/requirements.txt -r bench/farm/requirements-rivals.txt
	@touch $@

clean:
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests docs bench -name __pycache__ -prune -exec rm -rf {} +

# --- The environment. The locks hold the build's tools too, so that nothing unlocked is ever fetched. ---

.venv/bin/python:
	@python="$$($(find_python))"; \
	if [ -z "$$python" ]; then \
		echo 'webaudit needs Python 3.11 or newer, and found none. Install it, or say where: make PYTHON=/path/to/python3' >&2; \
		exit 1; \
	fi; \
	echo "Making .venv with $$python" && $$python -m venv --clear .venv || { \
		rm -rf .venv; \
		echo "$$python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
		exit 1; \
	}

.venv/runtime.stamp: requirements.txt | .venv/bin/python
	@echo 'Installing webaudit and what it needs'
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# The development lock holds the runtime lock whole, so it stamps both.
.venv/dev.stamp: requirements-dev.txt requirements.txt | .venv/bin/python
	@echo 'Installing webaudit, what it needs, and the development tools'
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch .venv/runtime.stamp $@

# --- The locks: for every system and Python, with hashes, and with no address of the registry they came from. ---

COMPILE = $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' --quiet $(UPGRADE)

lock: $(UV)
	$(COMPILE) --extra dask --extra browser --group dev -o requirements-dev.txt
	$(COMPILE) --group build -c requirements-dev.txt --no-annotate -o requirements.txt
	@! grep -nE '[a-z]+://' requirements.txt requirements-dev.txt

$(UV): | .venv/bin/python
	$(BIN)/python -m venv build/uv
	build/uv/bin/pip --quiet install uv==$(UV_VERSION)
