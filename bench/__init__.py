# SPDX-License-Identifier: Apache-2.0
"""Measurements beside a peer or a physical limit, one command each. Not tests: nothing here passes or fails."""
