# SPDX-License-Identifier: Apache-2.0
"""What holds for every test: nothing is timed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("tiendo", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("tiendo")
