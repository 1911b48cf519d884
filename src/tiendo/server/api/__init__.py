# SPDX-License-Identifier: Apache-2.0
"""The programming interface of the server: what pages can do, for other systems. docs/adr/0012 says how."""
