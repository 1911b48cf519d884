# SPDX-License-Identifier: Apache-2.0
"""What a person reads stands in the catalogues, in both languages, and the catalogues are those of the sources."""

from __future__ import annotations

import ast
import re
from collections import defaultdict

import pytest

from scripts import messages
from tests.architecture.tree import files, name

APPS = messages.list_apps()
BOTH = [(app, language) for app in APPS for language in messages.LANGUAGES]
#: Vietnamese words that carry no mark, as it should be.
BARE_BUT_RIGHT = set("chia sau theo trang xem xong".split())
#: The same in both languages: names.
SAME_IN_BOTH = {"Tiến Độ", "Excel"}
#: Literal words of templates that are names, or stand in their own language on purpose.
NAMES = {"Tiến Độ", "Tiếng Việt", "English"}
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|(?<!\{)\{(\w+)\}")
_ANONYMOUS = re.compile(r"%[sdr](?!\w)|\{\}|\{\d+\}")
_TRANSLATORS = set(messages.KEYWORDS)
_WORD = re.compile(r"[^\W\d_]{2,}")


def _entries(app, language):
    return [entry for entry in messages.read(app, language) if entry.id]


def _strings(value):
    return list(value) if isinstance(value, tuple | list) else [value]


@pytest.mark.parametrize(("app", "language"), BOTH, ids=lambda value: getattr(value, "name", value))
def test_catalogues_are_what_make_messages_writes(app, language):
    text, compiled = messages.write(messages.build(app, language))
    path = messages.po_path(app, language)
    assert path.is_file(), "run make messages"
    assert path.read_text("utf-8") == text.decode(), "run make messages"
    assert path.with_suffix(".mo").read_bytes() == compiled, "run make messages"


@pytest.mark.parametrize(("app", "language"), BOTH, ids=lambda value: getattr(value, "name", value))
def test_every_message_is_said_and_nothing_is_a_guess(app, language):
    assert not [entry.id for entry in _entries(app, language) if entry.fuzzy or not all(_strings(entry.string))]


@pytest.mark.parametrize(("app", "language"), BOTH, ids=lambda value: getattr(value, "name", value))
def test_both_sides_hold_the_same_placeholders(app, language):
    for entry in _entries(app, language):
        wanted = set(_PLACEHOLDER.findall(_strings(entry.id)[-1]))
        assert [set(_PLACEHOLDER.findall(said)) for said in _strings(entry.string)][-1] == wanted, entry.id


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_every_placeholder_has_a_name(app):
    assert not [entry.id for entry in _entries(app, "vi") if any(map(_ANONYMOUS.search, _strings(entry.id)))]


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_vietnamese_is_written_with_its_marks(app):
    for entry in _entries(app, "vi"):
        for said in _strings(entry.string):
            words = set(_WORD.findall(_PLACEHOLDER.sub(" ", said).lower()))
            assert words <= BARE_BUT_RIGHT or any(not word.isascii() for word in words), f"{entry.id!r} is {said!r}"


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_no_english_is_left_in_vietnamese(app):
    entries = _entries(app, "vi")
    left = [entry.id for entry in entries if entry.string == entry.id and _WORD.search(_PLACEHOLDER.sub(" ", entry.id))]
    assert set(left) <= SAME_IN_BOTH


def test_one_message_has_one_translation_in_all_apps():
    said = defaultdict(set)
    for app in APPS:
        for entry in _entries(app, "vi"):
            said[entry.context, str(entry.id)].add(str(entry.string))
    assert not {key: strings for key, strings in said.items() if len(strings) > 1}  # Django merges the catalogues


def _called(node):
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


@pytest.mark.parametrize("path", files(".py", under=("src/tiendo/server",)), ids=name)
def test_the_extractor_can_see_every_message_of_the_code(path):
    tree = ast.parse(path.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) in _TRANSLATORS]
    inside = [inner for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)]
    assert not [call.lineno for call in calls if call in inside], "a message inside an f-string is never found"
    literal = (ast.Constant,)
    assert not [call.lineno for call in calls if call.args and not isinstance(call.args[0], literal)], "not a literal"


# --- templates ---------------------------------------------------------------------------------------------------
_COMMENTS = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)
_TRANSLATED = re.compile(r"\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}", re.DOTALL)
_DJANGO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
#: Names of styles, which blocks of the frame take.
_STYLES = re.compile(r"\{% block (?:page|body)_class %\}.*?\{% endblock %\}", re.DOTALL)
_CODE = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_SPOKEN = re.compile(r"""\b(?:title|alt|placeholder|aria-label|aria-description)=(?:"([^"]*)"|'([^']*)')""")
_TAGS = re.compile(r"<[^>]*>", re.DOTALL)
_ENTITIES = re.compile(r"&\w+;")


def literal_words(text: str) -> list[str]:
    """Words of a template that a person would read and that no catalogue holds."""
    for pattern in (_COMMENTS, _TRANSLATED, _STYLES, _CODE):
        text = pattern.sub(" ", text)
    text = _DJANGO.sub("\x00", text)  # between two tags stand two sentences
    spoken = [first or second for first, second in _SPOKEN.findall(text)]
    between = re.split(r"[\n\x00]", _ENTITIES.sub(" ", _TAGS.sub("\n", text)))
    said = [re.split(r"\x00", value) for value in spoken] + [between]
    pieces = (piece.strip(" \t.,:;·–—›") for group in said for piece in group)
    return [piece for piece in pieces if _WORD.search(piece) and piece not in NAMES]


@pytest.mark.parametrize(
    "path",
    [path for path in files(".html", ".txt", under=("src/tiendo/server",)) if "templates" in path.parts],
    ids=name,
)
def test_no_word_of_a_template_stands_outside_the_catalogues(path):
    assert not literal_words(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Không có số</p>", ["Không có số"]),
        ('<p title="Xem nguồn">{{ number }}</p>', ["Xem nguồn"]),
        ("{% if x %}Done{% else %}{% translate 'Open' %}{% endif %}", ["Done"]),
        ('<a href="/x" class="btn pri">{% translate "Go" %}</a>', []),
        ("{% blocktranslate %}Rows {{ n }}{% endblocktranslate %} · {{ a }}/{{ b }}", []),
        ("<span>Tiến Độ</span>{# a note #}{% comment %}words{% endcomment %}", []),
    ],
)
def test_literal_words_are_told_from_markup(text, found):
    assert literal_words(text) == found
