# SPDX-License-Identifier: Apache-2.0
"""Tests of the finders, on sentences written for them."""
