# SPDX-License-Identifier: Apache-2.0
"""The app ``board``: pages over several apps."""
