#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Looks for the programs of the machine that the suite uses: tesseract with Vietnamese, Chromium with a plain font. As root
# on Debian what is missing is installed, else one sentence says how. Never fails: tests that need a program that is not
# there are left out, everything else works.
set -eu

has_vietnamese() { command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>/dev/null | grep -qx vie; }
has_browser() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; }

fresh=no
install() {
  [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null 2>&1 || return 0
  echo "apt-get install $*"
  export DEBIAN_FRONTEND=noninteractive
  [ "$fresh" = yes ] || apt-get update -q >/dev/null 2>&1 || true
  fresh=yes
  apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" >/dev/null 2>&1 || true
}

has_vietnamese || install tesseract-ocr tesseract-ocr-vie
has_vietnamese || echo "Chưa có tesseract tiếng Việt nên phần đọc bản quét được bỏ qua: cài bằng “apt-get install tesseract-ocr tesseract-ocr-vie”. / Scanned pages are left out: install tesseract-ocr and tesseract-ocr-vie."

has_browser || install chromium fonts-liberation
has_browser || echo "Chưa có Chromium nên phần thử trong trình duyệt được bỏ qua: cài bằng “apt-get install chromium fonts-liberation”. / Browser tests are left out: install chromium."
