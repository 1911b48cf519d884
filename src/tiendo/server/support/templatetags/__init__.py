# SPDX-License-Identifier: Apache-2.0
"""What templates of every app may load: ``components`` and ``formats``."""
