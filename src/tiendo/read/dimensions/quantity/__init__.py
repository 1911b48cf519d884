# SPDX-License-Identifier: Apache-2.0
"""A numeral with its scale and unit."""
