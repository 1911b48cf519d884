# SPDX-License-Identifier: Apache-2.0
"""What every finder is given and how findings are put together."""
