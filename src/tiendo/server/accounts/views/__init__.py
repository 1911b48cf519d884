# SPDX-License-Identifier: Apache-2.0
"""Pages: one's own account, people and their rights, the record of acts."""
