# SPDX-License-Identifier: Apache-2.0
"""The command over whole tables; its options stand in ``app``."""
