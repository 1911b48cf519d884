# SPDX-License-Identifier: Apache-2.0
"""The Django project and its apps; nothing outside imports it, and only this imports Django."""
