# SPDX-License-Identifier: Apache-2.0
"""The problems at the right: what is wrong as arithmetic, in one sentence, with its place.

What is here: html of the cards. Not here: the arithmetic (``arithmetic``), the sentences (``verify``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiendo.kernel.findings import Claim
from tiendo.kernel.problem import Problem, Severity
from tiendo.render import words
from tiendo.render.data import Checked, JudgedClaim
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import Anchors
from tiendo.render.page.arithmetic import Equation, equation_of
from tiendo.render.page.icons import icon
from tiendo.render.page.spans import safe
from tiendo.render.places import Places

_ICONS = {Severity.ERROR: "alert", Severity.SUSPICIOUS: "question", Severity.NOTICE: "info"}
_LONGEST_QUOTE = 400


def draw_cards(checked: Checked, problems: Sequence[Problem], anchors: Anchors, lang: Lang) -> Iterator[str]:
    """The cards, in the order given, or one sentence when there is none."""
    if not problems:
        yield f'<p class="fine">{icon("ok")}<span>{safe(_all_is_well(checked, lang))}</span></p>'
        return
    places = Places(checked.reading.document, checked.sentences)
    for number, problem in enumerate(problems, 1):
        claim = find_claim(problem, checked.claims)
        equation = equation_of(claim, lang) if claim is not None else None
        yield _card(number, len(problems), problem, equation, places, anchors)


def _all_is_well(checked: Checked, lang: Lang) -> str:
    total = len(checked.claims)
    holding = sum(judged.consistent is True for judged in checked.claims)
    if lang is Lang.EN:
        return f"No problem found. {holding} of {total} claims add up."
    return f"Không thấy vấn đề. {holding}/{total} phép tính khớp."


def find_claim(problem: Problem, claims: Sequence[JudgedClaim]) -> JudgedClaim | None:
    """The claim whose failing, or whose gap, a problem tells; None when no claim is told.

    A doubt about one figure often stands inside a claim, which may fail for a reason of its own: only the claim that
    stands exactly there, with the same words and the same figures, is the one that is told.
    """
    is_notice = problem.severity is Severity.NOTICE  # an incomplete tally holds, every other claim that is told fails
    return next((one for one in claims if one.consistent is is_notice and _tells(problem, one.claim)), None)


def _tells(problem: Problem, claim: Claim) -> bool:
    if (problem.span, problem.cell, problem.quote) != (claim.span, claim.cell, claim.quote):
        return False
    places = [operand.span or operand.cell for operand in claim.operands]
    return set(problem.related) == {place for place in places if place not in (None, claim.span, claim.cell)}


def _card(
    number: int, total: int, problem: Problem, equation: Equation | None, places: Places, anchors: Anchors
) -> str:
    lang = anchors.lang
    message = problem.message_en if lang is Lang.EN else problem.message
    severity = words.word(words.SEVERITY, problem.severity, lang)
    count = f"problem {number}/{total}" if lang is Lang.EN else f"vấn đề {number}/{total}"
    return "".join(
        (
            f'<article class="problem {problem.severity.value}" id="{anchors.prefix}c{number}" data-v="{number}">',
            f'<div class="h">{icon(_ICONS[problem.severity])}<h3>{safe(severity)}</h3>'
            f'<span class="soft small end">{count}</span></div>',
            _draw_equation(equation),
            f'<p class="said">{safe(say_rest(message, "" if equation is None else equation.text))}</p>',
            _origin(number, problem, places, anchors),
            "</article>",
        )
    )


def say_rest(message: str, equation: str) -> str:
    """What a message says beyond the equation above it, which is not said twice."""
    told, mark, rest = message.partition("; ")
    if not (equation and mark and told.replace("\u00a0", " ").startswith(equation.replace("\u00a0", " "))):
        return message
    return rest[:1].upper() + rest[1:]


def _draw_equation(equation: Equation | None) -> str:
    if equation is None:
        return ""
    aside = f"<small>{safe(equation.aside)}</small>" if equation.aside else ""
    return f'<p class="eq"><span>{safe(equation.text)}</span>{aside}</p>{draw_squares(equation)}'


def draw_squares(equation: Equation) -> str:
    """One square for each thing counted, with the same count in words."""
    if not equation.squares:
        return ""
    total = sum(count for _, _, count in equation.squares)
    said = ", ".join(f"{count} {name}" for _, name, count in equation.squares)
    squares = "".join(f'<i class="{name}"></i>' * count for name, _, count in equation.squares)
    legend = "".join(
        f'<span><i class="{name}"></i>{count} {safe(label)}</span>' for name, label, count in equation.squares
    )
    return (
        f'<div class="sq" role="img" aria-label="{safe(f"{total}: {said}")}">{squares}</div>'
        f'<p class="legend" aria-hidden="true">{legend}</p>'
    )


def _origin(number: int, problem: Problem, places: Places, anchors: Anchors) -> str:
    quote = " ".join(problem.quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1] + "…"
    place = places.words(problem.span, problem.cell, anchors.lang)
    target = f"#{anchors.prefix}v{number}"
    label = f"{place or ('see' if anchors.lang is Lang.EN else 'xem')}"
    return f'<p class="from"><q>{safe(quote)}</q> <a class="go" href="{target}">{safe(label)}</a></p>'
