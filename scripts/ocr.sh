#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Looks for tesseract with Vietnamese; as root on Debian it is installed, else one sentence says how. Never fails:
# without it the tests of scanned pages are left out, everything else works.
set -eu

has_vietnamese() { command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>/dev/null | grep -qx vie; }

has_vietnamese && exit 0
if [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; then
  echo "apt-get install tesseract-ocr tesseract-ocr-vie"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q >/dev/null 2>&1 || true
  apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 tesseract-ocr tesseract-ocr-vie >/dev/null 2>&1 || true
  has_vietnamese && exit 0
fi
echo "Chưa có tesseract tiếng Việt nên phần đọc bản quét được bỏ qua: cài bằng “apt-get install tesseract-ocr tesseract-ocr-vie”. / Scanned pages are left out: install tesseract-ocr and tesseract-ocr-vie."
