# SPDX-License-Identifier: Apache-2.0
"""The words every floor shares: periods, quantities, documents, findings, problems. Imports nothing of ours."""
