# SPDX-License-Identifier: Apache-2.0
"""The app ``targets``: targets, plans, phasing and stored verdicts."""
