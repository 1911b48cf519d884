# SPDX-License-Identifier: Apache-2.0
"""Sentences of the command line in the language of the person.

What is here: choosing the language, choosing between two sentences. Not here: the sentences, which stand where they
are said.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from tiendo.render.lang import Lang

#: The option of every command.
Language = Annotated[Lang | None, typer.Option("--lang", help="Ngôn ngữ của nhãn và thông báo; mặc định: vi.")]

#: Environment variable with the language, for those who do not want to type ``--lang`` each time.
VARIABLE = "TIENDO_LANG"


def choose_language(arguments: Sequence[str]) -> Lang:
    """The language of help and usage errors, known before the arguments are parsed."""
    wanted = os.environ.get(VARIABLE, "")
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            wanted = argument.partition("=")[2]
        elif argument == "--lang" and i + 1 < len(arguments):
            wanted = arguments[i + 1]
    return Lang.EN if wanted.lower().startswith("en") else Lang.VI


def find_language(context: typer.Context, given: Lang | None) -> Lang:
    """What the command says, else what stands before it, else the environment."""
    above = context.parent
    while given is None and above is not None:
        given, above = above.params.get("lang"), above.parent
    return given or choose_language([])


def say(lang: Lang, vietnamese: str, english: str) -> str:
    """The sentence in the language."""
    return english if lang is Lang.EN else vietnamese
