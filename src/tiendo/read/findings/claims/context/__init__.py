# SPDX-License-Identifier: Apache-2.0
"""What each figure of a sentence is to the others."""
