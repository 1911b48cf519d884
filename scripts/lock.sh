#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes the locks: names, versions and hashes for every system and Python from 3.11 on, no address to fetch from.
# Usage: scripts/lock.sh UV [--upgrade]
set -eu

uv=$1
shift

compile() {
  "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --custom-compile-command "make lock" "$@"
}

# The test environment first: the others follow its versions, so that all agree.
compile "$@" pyproject.toml --extra server --extra postgresql --extra bulk --group dev -o requirements-dev.lock
compile pyproject.toml --extra server --extra postgresql -c requirements-dev.lock -o requirements.lock
compile pyproject.toml --extra server --extra postgresql --extra bulk --group bench -c requirements-dev.lock -o requirements-bench.lock
compile pyproject.toml --extra server --extra postgresql --extra bulk --extra spark --group dev -c requirements-dev.lock -o requirements-spark.lock
compile pyproject.toml --group fuzz -c requirements-dev.lock -o requirements-fuzz.lock
grep '^uv==' requirements-dev.lock | tr -d '\\' | compile - -o requirements-setup.lock

if grep -nE '://|file:|^ *-[a-z-]+-url|^[^#]*@ ' requirements*.lock; then
  echo "A lock holds an address: it must hold names, versions and hashes only." >&2
  exit 1
fi
wc -l requirements*.lock
