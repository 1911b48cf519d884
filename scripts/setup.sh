#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the virtual environment of this project from a lock. Here: what `make` needs before it can start Python.
# Usage: scripts/setup.sh LOCK VENV [--editable]     PYTHON=… chooses the interpreter.
set -eu

lock=$1
venv=$2
here=$(pwd -P)

say() { printf '%s\n' "$*"; }
stop() {
  say "$*" >&2
  exit 1
}

is_new_enough() { "$1" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }
is_root_on_debian() { [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; }

# The first that is new enough and can make an environment; else the first that is only new enough.
find_python() {
  second=
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    is_new_enough "$name" || continue
    if has_venv "$name"; then
      say "$name"
      return
    fi
    second=${second:-$name}
  done
  say "$second"
}

python=$(find_python)
[ -n "$python" ] || stop "Cần Python 3.11 trở lên: hãy cài gói python3 mới rồi gọi lại make. / Python 3.11 or newer is needed: install it, then call make again."

if ! has_venv "$python"; then
  package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if is_root_on_debian; then
    say "[0/3] apt-get install $package"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$package"; } || true
  fi
  has_venv "$python" || stop "Thiếu gói python3-venv: hãy chạy “apt-get install $package” rồi gọi lại make. / The package python3-venv is missing: run “apt-get install $package”, then call make again."
fi

# An environment that was moved, half made, or made by another Python is made anew; nothing else is ever removed.
if [ -e "$venv" ]; then
  [ -f "$venv/pyvenv.cfg" ] || stop "“$venv” không phải là môi trường Python: hãy đổi tên nó rồi gọi lại make. / “$venv” is no Python environment: rename it, then call make again."
  made_in=$(cat "$venv/.made-in" 2>/dev/null || true)
  if [ "$made_in" != "$here" ] || ! is_new_enough "$venv/bin/python" || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$venv"
  fi
fi

offline="Không tải được thư viện: hãy kiểm tra mạng rồi gọi lại make. / The libraries could not be fetched: check the network, then call make again."

if [ ! -e "$venv" ]; then
  say "[1/3] $("$python" --version) → $venv"
  "$python" -m venv "$venv"
  say "$here" >"$venv/.made-in"
fi
say "[2/3] uv (requirements-setup.lock)"
"$venv/bin/python" -m pip install --disable-pip-version-check --require-hashes -r requirements-setup.lock || stop "$offline"
say "[3/3] $lock"
"$venv/bin/uv" pip sync --python "$venv/bin/python" "$lock" || stop "$offline"
if [ "${3:-}" = "--editable" ]; then
  # The build back end comes from the lock: nothing is fetched here.
  "$venv/bin/uv" pip install -q --python "$venv/bin/python" --no-deps --no-build-isolation --editable .
fi
