# SPDX-License-Identifier: Apache-2.0
"""A formula as a person writes it ⇄ its parts.

The language: codes of indicators, numbers ("100", "0.5"), a number with its unit ("1 [năm]"), + - * /, brackets,
``same_period(code)`` and ``previous(code)``. Nothing else: whoever reads a pack can check it by hand.

    sum     = product { ("+" | "-") product }
    product = signed { ("*" | "/") signed }
    signed  = "-" signed | atom
    atom    = number [ "[" unit "]" ] | code | when "(" code ")" | "(" sum ")"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from tiendo.formula.data import Calculation, Constant, Expression, FormulaError, Name, Negative, Sign, When
from tiendo.kernel.units import find_unit

LONGEST = 2000  # characters; a formula is read by people
_DEEPEST = 50  # brackets and signs within each other

_TOKEN = re.compile(
    r"(?P<number>[0-9]++(?:\.[0-9]++)?+)|(?P<name>[a-z][a-z0-9_]*+)|(?P<unit>\[[^\[\]]*+\])|(?P<sign>[-+*/()])"
)
_SPACE = re.compile(r"\s*+")
_LEVEL = {Sign.PLUS: 1, Sign.MINUS: 1, Sign.TIMES: 2, Sign.OVER: 2}
_WHENS = {when.value: when for when in When if when is not When.NOW}


def parse_formula(text: str) -> Expression:
    """The parts of a formula.

    Raises:
        FormulaError: it is not one; with the place.

    Examples:
        >>> parse_formula("insured / population")
        Calculation(sign=<Sign.OVER: '/'>, left=Name(code='insured', when=<When.NOW: 'now'>, at=0), \
right=Name(code='population', when=<When.NOW: 'now'>, at=10), at=8)
    """
    return _Parser(text).parse()


def write_formula(part: Expression, write_name: Callable[[Name], str] | None = None) -> str:
    """The formula as text, with no more brackets than it needs; ``parse_formula`` reads the same parts back.

    Args:
        write_name: what to write for a name, for example its figure; None writes the name itself.
    """
    return _write(part, write_name or _write_name, 0)


def _write(part: Expression, write_name: Callable[[Name], str], level: int) -> str:
    match part:
        case Constant():
            return _write_constant(part)
        case Name():
            return write_name(part)
        case Negative():
            return "-" + _write(part.part, write_name, 3)
        case Calculation():
            own = _LEVEL[part.sign]
            # a left part of the same level needs no brackets: it is done first in any case
            text = f"{_write(part.left, write_name, own)} {part.sign} {_write(part.right, write_name, own + 1)}"
            return f"({text})" if own < level else text


def _write_name(name: Name) -> str:
    return name.code if name.when is When.NOW else f"{name.when}({name.code})"


def _write_constant(part: Constant) -> str:
    whole, rest = divmod(part.value.numerator, part.value.denominator)
    text = str(whole)
    if rest:  # a number that was read has a power of ten below the line
        places = len(str(part.value.denominator)) * 4
        digits = str(rest * 10**places // part.value.denominator).rjust(places, "0").rstrip("0")
        text += f".{digits}"
    return f"{text} [{part.unit}]" if part.unit else text


class _Parser:
    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise FormulaError(
                f"Công thức dài quá {LONGEST} ký tự; hãy tách thành nhiều chỉ tiêu.",
                f"The formula is longer than {LONGEST} characters; part it into several indicators.",
            )
        self.tokens = _split(text)
        self.end = len(text)
        self.place = 0
        self.depth = 0

    def parse(self) -> Expression:
        found = self._sum()
        if self._kind():
            raise self._unexpected()
        return found

    def _kind(self) -> str:
        """The sign that comes, or the sort of what comes; empty at the end."""
        if self.place == len(self.tokens):
            return ""
        sort, text, _ = self.tokens[self.place]
        return text if sort == "sign" else sort

    def _take(self) -> tuple[str, int]:
        _, text, at = self.tokens[self.place]
        self.place += 1
        return text, at

    def _sum(self) -> Expression:
        left = self._product()
        while self._kind() in (Sign.PLUS, Sign.MINUS):
            text, at = self._take()
            left = Calculation(Sign(text), left, self._product(), at)
        return left

    def _product(self) -> Expression:
        left = self._signed()
        while self._kind() in (Sign.TIMES, Sign.OVER):
            text, at = self._take()
            left = Calculation(Sign(text), left, self._signed(), at)
        return left

    def _signed(self) -> Expression:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FormulaError(
                f"Công thức lồng quá {_DEEPEST} tầng ngoặc; hãy tách thành nhiều chỉ tiêu.",
                f"The formula has more than {_DEEPEST} levels of brackets; part it into several indicators.",
            )
        if self._kind() == Sign.MINUS:
            _, at = self._take()
            found: Expression = Negative(self._signed(), at)
        else:
            found = self._atom()
        self.depth -= 1
        return found

    def _atom(self) -> Expression:
        match self._kind():
            case "number":
                return self._number()
            case "name":
                return self._name()
            case "(":
                self._take()
                found = self._sum()
                self._close()
                return found
        raise self._unexpected()

    def _number(self) -> Constant:
        text, at = self._take()
        if self._kind() != "unit":
            return Constant(Fraction(text), "", at)
        written, unit_at = self._take()
        unit = written[1:-1].strip()
        if not unit or find_unit(unit) is None:
            raise FormulaError(
                f"«{unit}» không phải là đơn vị tính; hãy ghi như 1 [năm], 10000 [người].",
                f"“{unit}” is no unit of measure; write it like 1 [năm], 10000 [người].",
                unit_at,
            )
        return Constant(Fraction(text), unit, at)

    def _name(self) -> Name:
        text, at = self._take()
        if self._kind() != "(":
            return Name(text, When.NOW, at)
        if text not in _WHENS:
            known = ", ".join(sorted(_WHENS))
            raise FormulaError(
                f"Không có phép «{text}»; chỉ có {known}.", f"There is no “{text}(…)”; there are {known}.", at
            )
        self._take()
        if self._kind() != "name":
            raise self._unexpected()
        code, _ = self._take()
        self._close()
        return Name(code, _WHENS[text], at)

    def _close(self) -> None:
        if self._kind() != ")":
            raise self._unexpected(needs=")")
        self._take()

    def _unexpected(self, needs: str = "") -> FormulaError:
        if needs or self.place == len(self.tokens):
            at = self.tokens[self.place][2] if self.place < len(self.tokens) else self.end
            wanted = f"dấu «{needs}»" if needs else "một số hoặc mã chỉ tiêu"
            wanted_en = f"“{needs}”" if needs else "a number or the code of an indicator"
            return FormulaError(
                f"Ở ký tự {at + 1} còn thiếu {wanted}; hãy bổ sung.",
                f"At character {at + 1} {wanted_en} is missing.",
                at,
            )
        _, text, at = self.tokens[self.place]
        return FormulaError(
            f"Không hiểu «{text}» ở ký tự {at + 1}; giữa hai số phải có một dấu + - * /.",
            f"“{text}” at character {at + 1} does not fit; between two numbers stands one of + - * /.",
            at,
        )


def _split(text: str) -> list[tuple[str, str, int]]:
    """Sort, text and place of every part."""
    tokens: list[tuple[str, str, int]] = []
    at = _end_of_space(text, 0)
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise FormulaError(
                f"Ký tự «{text[at]}» (thứ {at + 1}) không dùng trong công thức; "
                "hãy dùng mã chỉ tiêu, số như 0.5 và + - * / ( ).",
                f"“{text[at]}” (character {at + 1}) has no place in a formula; "
                "use codes, numbers like 0.5 and + - * / ( ).",
                at,
            )
        tokens.append((found.lastgroup, found.group(), at))
        at = _end_of_space(text, found.end())
    return tokens


def _end_of_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
