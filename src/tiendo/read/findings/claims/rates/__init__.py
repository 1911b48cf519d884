# SPDX-License-Identifier: Apache-2.0
"""Percentages and changes with the numbers they follow from."""
