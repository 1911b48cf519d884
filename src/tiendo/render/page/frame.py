# SPDX-License-Identifier: Apache-2.0
"""The page as a whole: head, bar, one desk for each document, the list of documents, foot.

What is here: the order of things. Not here: document (``sheet``), problems (``cards``), findings (``panel``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiendo.kernel.problem import Severity
from tiendo.render import words
from tiendo.render.data import SEVERITIES, Checked, Outcome, Unread, worst_first
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import find_anchors
from tiendo.render.page.assets import draw_head, draw_script
from tiendo.render.page.cards import draw_cards
from tiendo.render.page.icons import draw_symbols, icon
from tiendo.render.page.items import list_items
from tiendo.render.page.panel import draw_findings
from tiendo.render.page.sheet import draw_sheet
from tiendo.render.page.spans import safe

_BRAND = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="1" y="1" width="22" height="22" rx="5" fill="#f3f3f1"/>'
    '<rect x="4.5" y="9" width="15" height="6" rx="1.5" fill="#c3c8d3"/>'
    '<rect x="4.5" y="9" width="9" height="6" rx="1.5" fill="#1f3566"/>'
    '<rect x="15.6" y="5.6" width="2" height="12.8" rx="1" fill="#c4312d"/></svg>'
)


def write_page(outcomes: Sequence[Outcome], lang: Lang, *, explain: bool = False) -> Iterator[str]:
    """The page, piece by piece. It loads nothing from anywhere and works from a disk, a mail or a server.

    Args:
        outcomes: one document is shown at once; of several there is a list first.
        explain: name the rules that made each finding.
    """
    has_list = len(outcomes) != 1 or isinstance(outcomes[0], Unread)
    yield from draw_head(_page_title(outcomes, lang), lang)
    yield f'<body class="desk-page{" many" if has_list else ""}">'
    yield f'<a class="skip" href="#main">{"To the document" if lang is Lang.EN else "Đến nội dung chính"}</a>'
    yield _bar(has_list, len(outcomes), lang)
    yield '<main id="main">'
    if has_list:
        yield from _list(outcomes, lang)
    for number, outcome in enumerate(outcomes, 1):
        if isinstance(outcome, Checked):
            yield from _desk(number, outcome, lang, explain)
    yield "</main>"
    yield _dock(lang)
    yield '<p class="sr" id="said" role="status"></p>'
    yield draw_symbols()
    yield draw_script()
    yield "</body></html>\n"


def _page_title(outcomes: Sequence[Outcome], lang: Lang) -> str:
    if len(outcomes) == 1:
        only = outcomes[0]
        return f"{only.path if isinstance(only, Unread) else only.reading.document.path} · Tiến Độ"
    return f"{len(outcomes)} {'documents' if lang is Lang.EN else 'văn bản'} · Tiến Độ"


def _bar(has_list: bool, count: int, lang: Lang) -> str:
    english = lang is Lang.EN
    brand = f'<span class="brand">{_BRAND}<span>Tiến Độ</span></span>'
    docs = ""
    if has_list:
        name = f"{count} {'documents' if english else 'văn bản'}"
        previous, following = ("Previous document", "Next document") if english else ("Văn bản trước", "Văn bản sau")
        docs = (
            f'<nav class="nav" aria-label="{"Documents" if english else "Văn bản"}"><a href="#ds">{icon("list")}{name}'
            f'</a><a class="step js" data-step="-1" href="#ds" aria-label="{previous}">{icon("left")}</a>'
            f'<a class="step js" data-step="1" href="#ds" aria-label="{following}">{icon("right")}</a></nav>'
        )
    theme = "Light or dark" if english else "Nền sáng hoặc tối"
    return (
        f'<header class="bar">{brand}{docs}<div class="bar-tools"><button type="button" class="js" id="theme" '
        f'aria-label="{theme}" title="{theme}">{icon("moon")}</button></div></header>'
    )


def _list(outcomes: Sequence[Outcome], lang: Lang) -> Iterator[str]:
    english = lang is Lang.EN
    names = _names(outcomes)
    heads = ("Document", "Figures", "Problems") if english else ("Văn bản", "Số đo", "Vấn đề")
    yield f'<section class="docs" id="ds"><h1>{len(outcomes)} {"documents" if english else "văn bản"}</h1>'
    yield f'<p class="soft">{safe(_summary(outcomes, lang))}</p><div class="card"><table class="tbl"><thead><tr>'
    yield f'<th scope="col">{heads[0]}</th><th scope="col" class="n">{heads[1]}</th><th scope="col">{heads[2]}</th>'
    yield "</tr></thead><tbody>"
    for number, outcome in sorted(enumerate(outcomes, 1), key=lambda pair: _urgency(pair[1])):
        if isinstance(outcome, Unread):
            message = outcome.message_en if english else outcome.message
            yield f'<tr><th scope="row" colspan="3">{safe(names[number - 1])}<p class="err">{safe(message)}</p></th>'
        else:
            yield (
                f'<tr><th scope="row"><a href="#d{number}">{safe(_title(outcome))}</a>'
                f'<span class="meta">{safe(_about(outcome, names[number - 1], lang))}</span></th>'
                f'<td class="n">{len(outcome.reading.measurements)}</td><td>{_chips(outcome, lang)}</td>'
            )
        yield "</tr>"
    yield "</tbody></table></div></section>"


def _urgency(outcome: Outcome) -> int:
    """Worst first: what could not be read, then by the worst problem; otherwise in the order given."""
    if isinstance(outcome, Unread):
        return -1
    return min((SEVERITIES.index(problem.severity) for problem in outcome.problems), default=len(SEVERITIES))


def _names(outcomes: Sequence[Outcome]) -> list[str]:
    """The paths without the folders they all share."""
    paths = [item.path if isinstance(item, Unread) else item.reading.document.path for item in outcomes]
    parts = [path.replace("\\", "/").split("/") for path in paths]
    shared = 0
    while all(len(one) > shared + 1 and one[shared] == parts[0][shared] for one in parts):
        shared += 1
    return ["/".join(one[shared:]) for one in parts]


def _title(checked: Checked) -> str:
    """The document's own title, else the name of its file."""
    title = " ".join((checked.reading.facts.title or "").split()).rstrip(" _-–—*")
    return title or _names([checked])[0]


def _summary(outcomes: Sequence[Outcome], lang: Lang) -> str:
    """The sentence before the table: how many documents need a look."""
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    wrong = sum(any(p.severity is Severity.ERROR for p in outcome.problems) for outcome in checked)
    unread = len(outcomes) - len(checked)
    if lang is Lang.EN:
        return f"{wrong} with errors in the figures, {len(checked) - wrong} without" + (
            f"; {unread} could not be read." if unread else "."
        )
    return f"{wrong} văn bản có lỗi số liệu, {len(checked) - wrong} văn bản không có" + (
        f"; {unread} tệp không đọc được." if unread else "."
    )


def _about(outcome: Checked, name: str, lang: Lang) -> str:
    """Which file it is, and what it says of itself."""
    facts = outcome.reading.facts
    dated = facts.dated_on or facts.published_on
    parts = [
        name,
        facts.number,
        facts.issuer or facts.locality,
        f"{dated:%d/%m/%Y}" if dated else "",
        words.period(facts.period, lang),
    ]
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _chips(outcome: Checked, lang: Lang) -> str:
    counted = [(severity, sum(p.severity is severity for p in outcome.problems)) for severity in SEVERITIES]
    chips = [
        f'<span class="chip {severity.value}">{count} {safe(words.word(words.SEVERITY, severity, lang).lower())}</span>'
        for severity, count in counted
        if count
    ]
    return " ".join(chips) or f'<span class="soft nb">{"none" if lang is Lang.EN else "không có"}</span>'


def _desk(number: int, checked: Checked, lang: Lang, explain: bool) -> Iterator[str]:
    english = lang is Lang.EN
    prefix = f"d{number}"
    items = list_items(checked, lang, explain=explain)
    problems = worst_first(checked.problems)
    anchors = find_anchors(prefix, checked, items, problems, lang)
    yield f'<section class="desk" id="{prefix}" aria-labelledby="{prefix}h">'
    yield _desk_head(prefix, checked, len(items), lang)
    if problems:
        yield _flag(prefix, checked, lang)
    yield f'<section class="doc" tabindex="0" aria-label="{"Document" if english else "Văn bản"}">'
    yield from _notes(checked)
    yield from draw_sheet(checked, anchors, lang)
    side = "Problems and findings" if english else "Vấn đề và phát hiện"
    yield f'</section><section class="side" tabindex="0" aria-label="{side}"><div class="probs" id="{prefix}c">'
    yield f"<h2>{'Problems' if english else 'Vấn đề'} {len(problems) or ''}</h2>"
    yield from draw_cards(checked, problems, anchors, lang)
    yield f'</div><h2 class="sr">{"Findings" if english else "Phát hiện"}</h2>'
    yield from draw_findings(items, anchors)
    yield f"</section>{_foot(lang)}</section>"


def _desk_head(prefix: str, checked: Checked, count: int, lang: Lang) -> str:
    found = f"{count} {'findings' if lang is Lang.EN else 'phát hiện'}"
    chips = f'<span class="chips">{_chips(checked, lang)}</span>' if checked.problems else ""
    about = safe(_about(checked, _names([checked])[0], lang))
    return (
        f'<div class="desk-head"><div class="grow"><h1 id="{prefix}h">{safe(_title(checked))}</h1>'
        f'<span class="small muted">{about}</span></div><span class="soft tn nb">{found}</span>'
        f"{chips}</div>"
    )


def _flag(prefix: str, checked: Checked, lang: Lang) -> str:
    """On a phone the problems lie below the document; this line leads there."""
    worst = worst_first(checked.problems)[0]
    message = worst.message_en if lang is Lang.EN else worst.message
    said = f"<b>{len(checked.problems)}</b> · {safe(message)}"
    return f'<a class="flag" href="#{prefix}c">{icon("alert")}<span>{said}</span>{icon("right")}</a>'


def _notes(checked: Checked) -> Iterator[str]:
    for note in checked.reading.document.notes:
        yield f'<p class="note">{icon("info")}<span>{safe(note)}</span></p>'


def _foot(lang: Lang) -> str:
    keys = (
        (("J", "K"), ("sau, trước", "next, previous")),
        (("P",), ("vấn đề tiếp theo", "next problem")),
        (("G",), ("gõ số để nhảy tới", "type a number to jump")),
    )
    english = lang is Lang.EN
    said = "".join(
        f"<span>{''.join(f'<kbd>{key}</kbd>' for key in pressed)} {label[english]}</span>" for pressed, label in keys
    )
    switch = "Shortcuts" if english else "Phím tắt"
    return (
        f'<div class="desk-foot js"><span class="keys">{said}</span><span class="jump" hidden></span>'
        f'<button type="button" class="kf keyswitch end" aria-pressed="true">{switch}</button></div>'
    )


def _dock(lang: Lang) -> str:
    """On a phone: the current finding, and the way to the ones beside it."""
    english = lang is Lang.EN
    name, previous, following = (
        ("Current finding", "Previous", "Next")
        if english
        else (
            "Phát hiện đang xem",
            "Trước",
            "Sau",
        )
    )
    return (
        f'<div class="dock js" role="region" aria-label="{name}" hidden><div class="dock-row"></div><div class="acts">'
        f'<button class="btn" type="button" data-go="-1">{icon("left")}{previous}</button>'
        f'<button class="btn" type="button" data-go="1">{following}{icon("right")}</button></div></div>'
    )
