# SPDX-License-Identifier: Apache-2.0
"""What was found, put into files and on screens: plain data in, text or bytes out. Reads nothing, judges nothing."""
