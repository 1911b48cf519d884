#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Tests the bulk engine on Spark, in an environment of its own. Here: looking for Java and saying when it is not there.
# Usage: scripts/spark.sh MAKE
set -eu

if command -v java >/dev/null 2>&1 && java -version 2>&1 | grep -qE 'version "(1[7-9]|2[0-9])'; then
  "$1" --no-print-directory spark
else
  echo "Chưa có Java 17 nên phần thử trên Spark được bỏ qua: cài bằng “apt-get install openjdk-17-jre-headless”. / Spark is left out: install Java 17."
fi
