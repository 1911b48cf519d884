# SPDX-License-Identifier: Apache-2.0
"""PostgreSQL as this server uses it: Django's own way, with one writer at a time."""
