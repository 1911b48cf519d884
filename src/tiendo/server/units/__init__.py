# SPDX-License-Identifier: Apache-2.0
"""The app ``units``: organisational units, their versions in time and their changes."""
