#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gathers the messages of each app of the server into its catalogues, and compiles them: ``make messages``.

Message ids are English. ``locale/en`` is the identity; ``locale/vi`` keeps what is translated, and a new message stands
there empty until a person writes it (a test fails on it). Nothing is guessed, no date is written, so the same sources
give the same files. ``--check`` writes nothing and names what would change.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SERVER = Path(__file__).parents[1] / "src/tiendo/server"
LANGUAGES = ("en", "vi")
#: Names under which Django translates, and which argument is what (Babel's notation).
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
_PLURALS = {"en": "nplurals=2; plural=(n != 1);", "vi": "nplurals=1; plural=0;"}
_WIDTH = 120
Key = tuple[str | None, str | tuple[str, ...]]


class OwnCatalog(Catalog):
    """A catalogue whose head holds what a reader of it needs, and no date."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]
        """The lines of the head."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", _PLURALS[str(self.locale)]),
        ]


def list_apps() -> list[Path]:
    """Folders of the server that say something to a person."""
    return sorted(folder for folder in SERVER.iterdir() if folder.is_dir() and any(find_messages(folder)))


def find_messages(app: Path) -> Iterator[tuple[Key, str]]:
    """Every message of an app with the file it stands in; tests say nothing to a person."""
    sources = [path for path in app.rglob("*") if path.suffix in {".py", ".html", ".txt"} and path.is_file()]
    for path in sorted(sources):
        inside = path.relative_to(app).parts
        if "tests" in inside or "static" in inside or (path.suffix != ".py" and "templates" not in inside):
            continue
        for function, key in _read_messages(path):
            yield _key(function, key), path.relative_to(app).as_posix()


def _read_messages(path: Path) -> Iterator[tuple[str, Any]]:
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        text = _as_python(text, path.name)
    found = extract_python(io.BytesIO(text.encode()), KEYWORDS, [], {"encoding": "utf-8"})
    for _line, function, messages, _comments in found:
        yield function or "_", messages


def _as_python(text: str, name: str) -> str:
    """What Django makes of a template for the extractor; each line from its beginning, as Python wants it."""
    return "\n".join(line.strip() for line in templatize(text, origin=name).splitlines())


def _key(function: str, messages: str | tuple[str, ...]) -> Key:
    """Context and message id of one call."""
    given = list(messages) if isinstance(messages, tuple) else [messages]
    context = given.pop(0) if "pgettext" in function else None
    return context, (given[0], given[1]) if function.startswith("n") else given[0]


def build(app: Path, language: str) -> OwnCatalog:
    """The catalogue of an app: all its messages, with the translations that are there already."""
    catalog = OwnCatalog(language, domain="django", charset="utf-8", fuzzy=False)
    catalog.header_comment = (
        "# SPDX-License-Identifier: Apache-2.0\n# Messages of the server; `make messages` keeps them."
    )
    before = read(app, language)
    for (context, message_id), place in find_messages(app):
        said = _translation(before, language, context, message_id)
        entry = catalog.add(message_id, said, context=context)
        entry.locations = sorted({*entry.locations, (place, None)})
    return catalog


def read(app: Path, language: str) -> Catalog:
    """The catalogue as it lies in the folder."""
    path = po_path(app, language)
    if not path.exists():
        return Catalog(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def po_path(app: Path, language: str) -> Path:
    """Where a catalogue lies."""
    return app / "locale" / language / "LC_MESSAGES/django.po"


def _translation(
    before: Catalog, language: str, context: str | None, message_id: str | tuple[str, ...]
) -> str | tuple[str, ...]:
    if language == "en":
        return message_id
    found: Message | None = before.get(message_id, context)
    empty = ("",) if isinstance(message_id, tuple) else ""
    return empty if found is None or found.fuzzy else found.string


def write(catalog: Catalog) -> tuple[bytes, bytes]:
    """A catalogue as text and compiled."""
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalog, width=_WIDTH, sort_output=True, include_lineno=False)
    write_mo(compiled, catalog)
    return text.getvalue(), compiled.getvalue()


def prepare() -> None:
    """Settings for Django's reader of templates, without an installation."""
    os.environ["TIENDO_MODE"] = "test"
    os.environ["TIENDO_DATA"] = tempfile.gettempdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tiendo.server.project.settings"


def main(*arguments: str) -> int:
    """Writes the catalogues, or names what would change; 1 when a translation is missing or a file is not current."""
    prepare()
    stale: list[str] = []
    missing: list[str] = []
    for app in list_apps():
        for language in LANGUAGES:
            catalog = build(app, language)
            path = po_path(app, language)
            for target, content in zip((path, path.with_suffix(".mo")), write(catalog), strict=True):
                if target.exists() and target.read_bytes() == content:
                    continue
                stale.append(str(target.relative_to(SERVER)))
                if "--check" not in arguments:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(content)
            missing += [f"{app.name} ({language}): {entry.id}" for entry in catalog if entry.id and not _is_said(entry)]
    done = "not current" if "--check" in arguments else "written"
    for line in [*(f"{done}: {name}" for name in stale), *(f"to be translated: {name}" for name in missing)]:
        print(line)
    return 1 if missing or ("--check" in arguments and stale) else 0


def _is_said(entry: Message) -> bool:
    strings = entry.string if isinstance(entry.string, tuple | list) else [entry.string]
    return all(strings)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
