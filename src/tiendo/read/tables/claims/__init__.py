# SPDX-License-Identifier: Apache-2.0
"""Arithmetic that a table states: shares, growth, sums of rows and of columns."""
