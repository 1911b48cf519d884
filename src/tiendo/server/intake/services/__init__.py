# SPDX-License-Identifier: Apache-2.0
"""The acts of the review desk: storing what was found, deciding on it, settling problems."""
