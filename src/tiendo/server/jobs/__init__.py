# SPDX-License-Identifier: Apache-2.0
"""The app ``jobs``: long work with lease, retry, schedule, progress and cancel."""
