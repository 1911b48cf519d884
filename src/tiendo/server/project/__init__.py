# SPDX-License-Identifier: Apache-2.0
"""Settings, addresses, checks and the server itself: the only place that names every app."""
