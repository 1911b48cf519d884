# SPDX-License-Identifier: Apache-2.0
"""What a quantity is: plan, result, share, change, forecast; its sign and what it is compared with."""
