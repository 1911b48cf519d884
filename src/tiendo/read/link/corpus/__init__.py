# SPDX-License-Identifier: Apache-2.0
"""Examples for the reader of running text: sentences and the measurements in them. Places and people are invented.

Examples first: a new rule begins with a line here that fails.
"""
