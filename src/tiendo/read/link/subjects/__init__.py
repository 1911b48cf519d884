# SPDX-License-Identifier: Apache-2.0
"""The noun phrase that names what a quantity measures."""
