# SPDX-License-Identifier: Apache-2.0
"""The command ``tiendo``. Everything heavy is imported inside the commands, so that ``--help`` answers at once."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: without the program's name; None takes those of the process.

    Returns:
        The exit status (``exits``).
    """
    from tiendo.cli.app import run  # noqa: PLC0415 (typer is loaded only when the command runs)

    return run(arguments)


__all__ = ["main"]
