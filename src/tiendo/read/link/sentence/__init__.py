# SPDX-License-Identifier: Apache-2.0
"""A sentence as the rules ask it: its verbs, plans, moods and times, and each quantity where it stands."""
