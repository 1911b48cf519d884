# SPDX-License-Identifier: Apache-2.0
"""Tests of the table reader, on tables invented for them."""
