# SPDX-License-Identifier: Apache-2.0
"""The app ``accounts``: people, roles, grants by unit, and the one permission filter."""
