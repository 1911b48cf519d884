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
    "pack": "Another pack of units; default: the whole country, which comes with the program.",
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
    "evaluate": {
        "observations": "Parquet file of figures.",
        "targets": "Parquet file of targets.",
        "as_of": "Period of the report: 2024-Q1, 2024-09, 2024-01/2024-09.",
        "out": "Write the verdicts to this Parquet file.",
        "engine": "What computes.",
        "scheme": "The classification.",
        "regime": "Regime under which --as-of is counted.",
        "master": "Spark cluster: local[2], spark://host:7077, yarn.",
        "restate_to": "Put the figures on the map of units of this day; the column unit holds codes of units.",
        "basis": "By what divided units are apportioned, as in tiendo restate; together with --restate-to.",
        "schema": "Print the columns of the three tables and exit.",
    },
    "doctor": {},
    "units on": {
        "day": "A day, e.g. 2025-07-01 or 1/7/2025.",
        "code": "Only the unit that bears this code.",
        "level": "Only the units of this level.",
        "form": "Format of the result.",
    },
    "units history": {"unit": "Code and day, e.g. 27301@2025-07-01.", "form": "Format of the result."},
    "restate": {
        "file": "A .csv or .parquet file with the columns unit_code, indicator, period, value.",
        "start": "Day of the map to which the unit codes of the file belong.",
        "end": "Day of the map that is wanted.",
        "basis": "By what divided units are apportioned; several times in order of preference. principal: take the "
        "principal successor for the whole.",
        "level": "Add up, or go down, to this level.",
        "ratio": "This indicator is a ratio and does not add up; several times.",
    },
    "serve": {
        "host": "Network address on which pages are opened; 0.0.0.0 is every address.",
        "port": "Port.",
        "workers": "Number of processes that serve pages.",
        "no_jobs": "Run no background work here (see tiendo jobs).",
    },
    "jobs": {},
    "load": {"packs": "Folder with a file pack.yaml."},
    "import": {
        "files": "File .csv, .xlsx, .xls or .ods, one figure a row.",
        "numbers": "How numbers are written: vi is 1.234,5; plain is 1234.5; default: found out.",
    },
    "move": {"to": "A PostgreSQL database that is still empty."},
    "rebuild": {"anew": "Begin from the start, even where the last run was stopped half-way."},
    "demo": {
        "host": "Network address on which pages are opened.",
        "port": "Port.",
        "country": "The whole country with invented figures of a city, instead of four districts.",
        "no_serve": "Only prepare the data, open no pages.",
    },
    "user add": {
        "name": "Name that is typed at sign-in.",
        "role": "Role.",
        "unit": "Code or name of the unit; without it: the whole installation.",
        "full_name": "Full name; default: the name of the account.",
    },
    "audit verify": {"head": "A fingerprint that was kept before; the record must hold it."},
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
    "evaluate": (
        "Evaluate all targets of a Parquet file by the figures of another; a second run goes on where one was stopped.",
        "Evaluate a whole table of targets at once.",
    ),
    "doctor": (
        "See what this machine has, what it lacks and how to install it.",
        "See what this machine has and what it lacks.",
    ),
    "units": ("Look at administrative units through time.",) * 2,
    "units on": (
        "List the units in force on a day; a code means something only together with a day.",
        "The units of a day.",
    ),
    "units history": (
        "Tell from which units a unit came and which units it became, by which acts.",
        "What a unit came from and what became of it.",
    ),
    "restate": (
        "Put figures of one day's units on the map of another day: exact, estimated by a basis, or refused with the "
        "reason; no figure is lost.",
        "Put figures on the map of another day.",
    ),
    "serve": (
        "Prepare the database, serve the pages and run background work; stop with Ctrl-C.",
        "Serve the pages to everybody in the office.",
    ),
    "demo": (
        "Set up an installation with the sample in TIENDO_DATA, print accounts and passwords, serve the pages.",
        "Open a demonstration with the sample.",
    ),
    "import": (
        "Import figures from CSV or Excel files; one with a fault imports nothing and names every line.",
        "Import files of figures, one a row.",
    ),
    "load": (
        "Load packs (units, indicators, targets); one with a fault loads nothing and names file and line.",
        "Load packs of units, indicators, targets.",
    ),
    "rebuild": (
        "Judge every stored target anew, part by part, while pages stay open; a run that was stopped goes on.",
        "Judge all stored targets anew.",
    ),
    "move": (
        "Copy the whole installation from SQLite to an empty PostgreSQL database, compare counts and hashes of every "
        "table, walk the record of acts; where anything differs nothing is copied.",
        "Move the installation from SQLite to PostgreSQL.",
    ),
    "jobs": ("Run background work alone, without pages.",) * 2,
    "user": ("Make accounts.",) * 2,
    "user add": (
        "Make an account and print a one-time password, which must be changed at the first sign-in.",
        "Make an account, print a one-time password.",
    ),
    "audit": ("Check the record of acts.",) * 2,
    "audit verify": (
        "Walk the whole record of acts: was a line changed, taken out, put in or moved; print the last fingerprint, to "
        "be kept elsewhere.",
        "Check whether the record of acts was touched.",
    ),
}
_ABOUT = "Read Vietnamese reports into tables of figures, and check every number in them."
_EPILOG = (
    "Exit status: 0 done; 1 errors in the figures; 2 wrong command; 3 some files could not be read; 4 the result could "
    "not be written; 5 the installation did not start."
)


def put_into_english(group: Command) -> None:
    """Replace the Vietnamese help of the parsed commands; a missing text raises KeyError."""
    group.help, group.epilog = _ABOUT, _EPILOG
    _translate(group, {})
    _translate_below(group, "")


def _translate_below(group: Command, path: str) -> None:
    for name, command in group.commands.items():
        command.help, command.short_help = _COMMANDS[f"{path}{name}"]
        if hasattr(command, "commands"):
            command.is_english = True
            _translate_below(command, f"{path}{name} ")
        else:
            _translate(command, _OF_COMMAND[f"{path}{name}"])


def _translate(command: Command, own: dict[str, str]) -> None:
    command.is_english = True
    for parameter in command.params:
        parameter.help = own.get(parameter.name) or _COMMON[parameter.name]
