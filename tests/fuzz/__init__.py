# SPDX-License-Identifier: Apache-2.0
"""Inputs that nobody thought of: what must hold for them, the fuzzer that makes them, those that found something."""
