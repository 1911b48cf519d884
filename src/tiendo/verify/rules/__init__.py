# SPDX-License-Identifier: Apache-2.0
"""Rules of the audit that need no claim: units, separators, dates, figures told twice. One small module each."""
