# SPDX-License-Identifier: Apache-2.0
"""The commands of an installation: serve, jobs, user, audit. Their options are here, what they do beside it.

Django is imported only when one of them runs.
"""
