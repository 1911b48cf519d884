# SPDX-License-Identifier: Apache-2.0
"""The help of every command and option in English; a test finds what is missing. Nothing else is here."""

from __future__ import annotations

from typing import Any

Command = Any  # typer does not name the class of its parsed commands

_FILES = (
    "A .txt .md .html .docx .pdf .xlsx .xls .ods file; a folder (with the folders inside); a pattern such as "
    "'reports/*.docx'; - is standard input."
)
_COMMON = {
    "files": _FILES,
    "output": "Write the result to this file.",
    "media": "Format of standard input (when - is read).",
    "lang": "Language of labels and messages; default: vi.",
    "jobs": "Number of processes; default: one per core.",
    "explain": "Show the names of the rules behind each item.",
    "version": "Print the version and exit.",
}
_OF_COMMAND: dict[str, dict[str, str]] = {
    "read": {"form": "Format of the result; default: by the suffix of -o, else table."},
    "check": {
        "form": "Format of the result.",
        "comments": "Write the document back with a comment at each problem: .docx (Word comments) or .html; for "
        "several files: a folder.",
    },
    "doctor": {},
}
_COMMANDS = {
    "read": (
        "Read documents into figures: each with the sentence it comes from, its unit, period and kind.",
        "Read documents into a table of figures.",
    ),
    "check": (
        "Audit the numbers: which ratio, sum, tally or growth does not add up, and what would.",
        "Check which numbers do not add up, and why.",
    ),
    "doctor": (
        "See what this machine has, what it lacks and how to install it.",
        "See what this machine has and what it lacks.",
    ),
}
_ABOUT = "Read Vietnamese reports into tables of figures, and check every number in them."
_EPILOG = (
    "Exit status: 0 done; 1 errors in the figures; 2 wrong command; 3 some files could not be read; 4 the result could "
    "not be written."
)


def put_into_english(group: Command) -> None:
    """Replace the Vietnamese help of the parsed commands; a missing text raises KeyError."""
    group.help, group.epilog = _ABOUT, _EPILOG
    _translate(group, {})
    for name, command in group.commands.items():
        command.help, command.short_help = _COMMANDS[name]
        _translate(command, _OF_COMMAND[name])


def _translate(command: Command, own: dict[str, str]) -> None:
    command.is_english = True
    for parameter in command.params:
        parameter.help = own.get(parameter.name) or _COMMON[parameter.name]
