# SPDX-License-Identifier: Apache-2.0
"""The parts of ``bench.server``, which all run in one installation."""
