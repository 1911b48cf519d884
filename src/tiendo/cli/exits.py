# SPDX-License-Identifier: Apache-2.0
"""Exit statuses of ``tiendo``; docs/reference/cli.md tells them to people. Nothing else is here."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a run ended."""

    FINE = 0
    PROBLEMS = 1  # check: at least one problem of severity error; doctor: something needed is missing; audit: touched
    USAGE = 2  # the command was not understood; nothing was done
    UNREAD = 3  # some files could not be read, the others were done; check: and no error was found in those
    UNWRITTEN = 4  # the result could not be written
    NOT_READY = 5  # the installation did not start, or what was to be done there was refused
    INTERRUPTED = 130  # Ctrl-C
    BROKEN_PIPE = 141  # the reader of the output went away


class UsageError(Exception):
    """The command was not understood; the message is a sentence for the person."""


class PipeClosed(Exception):  # noqa: N818 (it is no error: the reader has seen enough)
    """Whoever reads the output went away. Not an OSError: the parser has its own idea of what to do with those."""


class OutputError(Exception):
    """The result could not be written; the message is a sentence for the person."""


class NotReadyError(Exception):
    """The installation cannot start or refuses what was asked; the message is a sentence for the person."""
