# SPDX-License-Identifier: Apache-2.0
# The only interface of this project; `make` alone lists what there is. Needs Python 3.11+, make and git.

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
BENCH_VENV := .venv-bench
BENCH_READY := $(BENCH_VENV)/.ready
FUZZ_VENV := .venv-fuzz
FUZZ_READY := $(FUZZ_VENV)/.ready
SPARK_VENV := .venv-spark
SPARK_READY := $(SPARK_VENV)/.ready
# How many inputs the fuzzer makes for each target, which targets, and where it keeps what it learned and found.
RUNS ?= 5000
TARGETS ?= phrases repeated text html docx xlsx ods anything pdf xls numbers periods
FOUND ?= build/fuzz
# How often a server is killed, and from which number its moments are drawn.
KILLS ?= 20
SEED ?= 20261129
# Where the annotated texts lie, if they are there at all.
EVAL ?= ../shared/eval
# How many processes run the tests, one per core by default.
JOBS ?= auto

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo demo-country test spark check score bench kill fuzz fix messages lock clean

help: ## list what make can do
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(READY) ## set everything up, read and check the sample, then serve its board (PORT=8000, SERVE=0: do not serve)
	@$(PY) scripts/demo.py

demo-country: $(READY) ## serve the whole country, with invented figures of Ho Chi Minh City over its changes (PORT=8000, SERVE=0)
	@$(PY) scripts/demo.py --country

test: $(READY) ## set everything up and run the whole suite, what asks a database on SQLite and on PostgreSQL
	@scripts/programs.sh
	@$(PY) -m pytest -n $(JOBS) -m "not spark"
	@echo "PostgreSQL"; TIENDO_TEST_DATABASE=postgres $(PY) -m pytest -n $(JOBS) -m "not spark and not browser"
	@scripts/spark.sh $(MAKE)

spark: $(SPARK_READY) ## test the bulk engine on a Spark cluster of two worker processes (needs Java 17)
	@PYTHONPATH=src $(SPARK_VENV)/bin/python -m pytest -m spark tests/conformance/test_spark.py

check: $(READY) ## format, lint, types, contracts between rooms, docs, glossary
	@echo "[1/5] ruff format"; $(PY) -m ruff format --check .
	@echo "[2/5] ruff check"; $(PY) -m ruff check .
	@echo "[3/5] mypy"; $(PY) -m mypy
	@echo "[4/5] import-linter"; $(VENV)/bin/lint-imports --no-logo
	@echo "[5/5] docs, glossary, sources"; $(PY) -m pytest tests/architecture

score: $(READY) ## score the reader and the audit on the annotated texts (EVAL=folder)
	@$(PY) scripts/score.py $(EVAL)

bench: $(BENCH_READY) ## measure speed beside a peer, one file of bench/ after the other
	@set -e; for name in $(patsubst bench/%.py,%,$(wildcard bench/[a-z]*.py)); do \
	  echo "== bench.$$name"; PYTHONPATH=src $(BENCH_VENV)/bin/python -m bench.$$name; done

kill: $(READY) ## kill a server, then import, rebuild and evaluate, KILLS times each, look for what is lost (SEED=20261129)
	@$(PY) scripts/kill.py --kills $(KILLS) --seed $(SEED)
	@$(PY) scripts/kill_commands.py --kills $(KILLS) --seed $(SEED)

fuzz: $(FUZZ_READY) ## look for inputs that break the reader, RUNS for each of TARGETS
	@set -e; for name in $(TARGETS); do echo "== $$name"; \
	  PYTHONPATH=src:. $(FUZZ_VENV)/bin/python -m tests.fuzz $$name $(FOUND) -runs=$(RUNS) -verbosity=0 -print_final_stats=1; done

fix: $(READY) ## format, and mend what ruff can mend
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

messages: $(READY) ## gather the messages of the server into its catalogues, compile them
	@$(PY) scripts/messages.py

lock: $(READY) ## write the locks anew from pyproject.toml (UPGRADE=1: newest versions)
	@scripts/lock.sh $(VENV)/bin/uv $(if $(UPGRADE),--upgrade)

clean: ## remove what was built; the environments too
	@rm -rf build dist $(VENV) $(BENCH_VENV) $(FUZZ_VENV) $(SPARK_VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests scripts sample bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# An environment is made again when a lock changes, when its Python is gone, and when the folder was moved.
$(READY): requirements-dev.lock requirements-setup.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh requirements-dev.lock $(VENV) --editable
	@touch $@

$(BENCH_READY): requirements-bench.lock requirements-setup.lock scripts/setup.sh
	@scripts/setup.sh requirements-bench.lock $(BENCH_VENV)
	@touch $@

$(FUZZ_READY): requirements-fuzz.lock requirements-setup.lock scripts/setup.sh
	@scripts/setup.sh requirements-fuzz.lock $(FUZZ_VENV)
	@touch $@

$(SPARK_READY): requirements-spark.lock requirements-setup.lock scripts/setup.sh
	@scripts/setup.sh requirements-spark.lock $(SPARK_VENV)
	@touch $@

.PHONY: FORCE
FORCE:
ifneq ($(shell $(PY) -c 'print("ok")' 2>/dev/null) $(shell cat $(VENV)/.made-in 2>/dev/null),ok $(CURDIR))
$(READY): FORCE
endif
ifneq ($(shell $(BENCH_VENV)/bin/python -c 'print("ok")' 2>/dev/null) $(shell cat $(BENCH_VENV)/.made-in 2>/dev/null),ok $(CURDIR))
$(BENCH_READY): FORCE
endif
ifneq ($(shell $(FUZZ_VENV)/bin/python -c 'print("ok")' 2>/dev/null) $(shell cat $(FUZZ_VENV)/.made-in 2>/dev/null),ok $(CURDIR))
$(FUZZ_READY): FORCE
endif
ifneq ($(shell $(SPARK_VENV)/bin/python -c 'print("ok")' 2>/dev/null) $(shell cat $(SPARK_VENV)/.made-in 2>/dev/null),ok $(CURDIR))
$(SPARK_READY): FORCE
endif
