# SPDX-License-Identifier: Apache-2.0
"""Digits that may be a quantity, and those that are a date, a name or an ordinal."""
