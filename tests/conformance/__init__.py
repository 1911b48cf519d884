# SPDX-License-Identifier: Apache-2.0
"""Suites that every engine must pass."""
