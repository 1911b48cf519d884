# SPDX-License-Identifier: Apache-2.0
"""The bulk engine: the verdicts of the reference engine over whole tables, on DuckDB or Spark (ADR 0007).

Needs ``tiendo[bulk]``. Nothing imports it but the command; it alone of the libraries may load Ibis and Arrow.
"""
