# SPDX-License-Identifier: Apache-2.0
"""Stories that go through several apps and libraries."""
