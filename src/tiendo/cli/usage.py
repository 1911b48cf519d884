# SPDX-License-Identifier: Apache-2.0
"""What was wrong with the command line, in one sentence of the person's language. Nothing else is here."""

from __future__ import annotations

from enum import Enum
from typing import Any

import typer

from tiendo.cli.speech import say
from tiendo.render.lang import Lang

Parameter = Any  # typer does not name the class of its parsed options


def explain(error: typer.TyperException, lang: Lang) -> str:
    """The sentence for an error of the parser, and where help is."""
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "tiendo"
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.format_message()
    hint = say(lang, f"Xem: {path} --help", f"See: {path} --help")
    return f"tiendo: {_sentence(error, lang)} {hint}"


def _sentence(error: typer.TyperException, lang: Lang) -> str:
    if lang is Lang.EN:
        return error.format_message()
    parameter: Any = getattr(error, "param", None)
    match type(error).__name__:
        case "MissingParameter":
            return f"Thiếu {_name(parameter)}; hãy ghi thêm."
        case "NoSuchOption":
            return f"Không có tùy chọn {getattr(error, 'option_name', '')}."
        case "BadParameter":
            return f"Giá trị của {_name(parameter)} không hợp lệ{_choices(parameter)}."
        case "BadOptionUsage":
            return f"Tùy chọn {getattr(error, 'option_name', '')} cần một giá trị."
        case _:
            return f"Không hiểu lệnh ({error.format_message()})"


def _name(parameter: Parameter) -> str:
    if parameter is None:
        return "một giá trị"
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name).rstrip(".")
    return str(max(parameter.opts, key=len))


def _choices(parameter: Parameter) -> str:
    annotation = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if not (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return ""
    return f"; chọn một trong: {', '.join(str(choice.value) for choice in annotation)}"
