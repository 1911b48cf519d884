# SPDX-License-Identifier: Apache-2.0
"""The app ``intake``: findings and problems of a document until a person has decided on each."""
