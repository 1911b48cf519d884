# SPDX-License-Identifier: Apache-2.0
"""Pages of documents: list with drop zone, one document, its file, search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tiendo.kernel.vietnamese import search_key
from tiendo.read.files import supported_suffixes
from tiendo.render.page.anchors import Anchors
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import find_units, may
from tiendo.server.documents import queries, sheet
from tiendo.server.documents.data import DocumentLink, DocumentRow, DocumentState
from tiendo.server.documents.services import receive_file, remove_unread
from tiendo.server.documents.signals import document_links
from tiendo.server.jobs.data import JobState
from tiendo.server.jobs.queries import find_latest
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.units.queries import name_units, search_units

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

#: What a browser may know of a file it saves. A page or a text could be shown by a browser and is bytes to it.
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "pdf": "application/pdf",
}
_MOST_UNITS, _LONGEST_NAME = 5, 200
_LARGEST_ID = 2**63 - 1


def scope_of(request: HttpRequest) -> Scope:
    """Who asks (``accounts.middleware``)."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    return scope


def read_number(values: QueryDict, name: str, default: int | None = None) -> int | None:
    """A whole number of an address or a form; nonsense is the default."""
    text = values.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and int(text) <= _LARGEST_ID else default


@login_required
@require_GET
def show_list(request: HttpRequest) -> HttpResponse:
    """The documents one may see, newest first, and the place where files are dropped."""
    scope = scope_of(request)
    unit_id, state = read_number(request.GET, "unit"), request.GET.get("state", "")
    page = queries.list_documents(scope, unit_id=unit_id, state=state, page=read_number(request.GET, "page", 1) or 1)
    can_upload = bool(scope.roots(Act.UPLOAD))
    upload_units = queries.list_upload_units(scope, unit_id) if can_upload else []
    asked = [unit_id] if unit_id is not None and not upload_units and may(scope, Act.UPLOAD, unit_id) else []
    name = name_units(asked).get(unit_id or 0, "") if asked else ""
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "place": "documents",
        "page": page,
        "units": queries.list_units_with_documents(scope),
        "unit_id": unit_id,
        "state": state,
        "states": _state_words(),
        "asked": kept.urlencode(),
        "can_upload": can_upload,
        "upload_units": upload_units,
        "unit_name": name,
        "accept": ",".join(supported_suffixes()),
    }
    return render(request, "documents/list.html", context)


def _state_words() -> list[tuple[str, str]]:
    return [
        (DocumentState.RECEIVED, _("Being read")),
        (DocumentState.READ, _("Read")),
        (DocumentState.FAILED, _("Not readable")),
    ]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file of a form."""

    name: str
    document: DocumentRow | None = None
    is_duplicate: bool = False
    refusal: Refusal | None = None


@login_required
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Takes files in, each for itself: what is wrong with one does not touch the others."""
    scope = scope_of(request)
    unit_id = _read_unit(request.POST, scope)
    outcomes = [_take(file, unit_id, scope) for file in request.FILES.getlist("file")]
    if not outcomes:
        raise Refusal(_("Choose at least one file."), field="file")
    is_part = request.headers.get("HX-Request") == "true"
    template = "documents/receipts.html" if is_part else "documents/received.html"
    refused = [one.refusal for one in outcomes if one.refusal is not None]
    status = refused[0].status if len(refused) == len(outcomes) else 200
    return render(request, template, {"place": "documents", "outcomes": outcomes}, status=status)


def _read_unit(posted: QueryDict, scope: Scope) -> int:
    """The unit that was chosen, or the only one that has the name which was typed."""
    unit_id, text = read_number(posted, "unit"), posted.get("unit_text", "").strip()
    if unit_id is not None:
        return unit_id
    if not text:
        raise Refusal(_("Choose the unit that these files are of."), field="unit")
    found = find_units(text, scope, Act.UPLOAD)
    named = [row for row in found if search_key(row.name) == search_key(text)] or found
    if len(named) != 1:
        raise Refusal(
            _("“%(text)s” is not the name of one unit of yours: choose it from the list that opens while you type.")
            % {"text": text[:60]},
            field="unit",
        )
    return named[0].id


@login_required
@require_GET
def find_upload_units(request: HttpRequest) -> HttpResponse:
    """Units for which one may hand in, by what is being typed; for the list under the field."""
    units = find_units(request.GET.get("q", ""), scope_of(request), Act.UPLOAD)
    return render(request, "support/unit_options.html", {"units": units})


def _take(file: UploadedFile[bytes], unit_id: int, scope: Scope) -> _Outcome:
    name = file.name or ""
    try:
        receipt = receive_file(file, name=name, unit_id=unit_id, scope=scope)
    except Refusal as refusal:
        return _Outcome(name, refusal=refusal)
    return _Outcome(name, queries.get_document(receipt.document_id, scope), receipt.is_duplicate)


@login_required
@require_GET
def show_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """One document as paper, with the place that the address asks for marked."""
    scope = scope_of(request)
    document = queries.get_document(document_id, scope)
    context: dict[str, Any] = {"place": "documents", "document": document, "links": _links(document_id, scope)}
    context["is_stopped"] = _is_stopped(document)
    is_unread = document.state is DocumentState.FAILED or context["is_stopped"]
    context["can_remove"] = is_unread and may(scope, Act.UPLOAD, document.unit_id)
    if queries.has_content(document_id):
        content = queries.open_content(document_id, scope)
        anchors = Anchors("d", sheet.page_language())
        is_marked = sheet.mark_place(anchors, request.GET.get("at", ""), request.GET.get("cell", ""))
        context |= {"sheet": sheet.draw(content, document.title, anchors), "notes": content.notes}
        context |= {"is_scanned": content.is_scanned, "is_marked": is_marked}
    return render(request, "documents/document.html", context)


@login_required
@require_POST
def remove(request: HttpRequest, document_id: int) -> HttpResponse:
    """A document that could not be read goes, so that a better file can come."""
    scope = scope_of(request)
    document = queries.get_document(document_id, scope)
    remove_unread(document_id, scope=scope)
    told = _("“%(name)s” was taken out. Hand in a better file here.") % {"name": document.original_name}
    messages.success(request, told)
    return redirect(f"{reverse('documents')}?unit={document.unit_id}")


def _links(document_id: int, scope: Scope) -> list[DocumentLink]:
    answers = document_links.send(None, document_id=document_id, scope=scope)
    return [link for _receiver, given in answers for link in cast(Sequence[DocumentLink], given)]


def _is_stopped(document: DocumentRow) -> bool:
    """Nobody will read it any more unless somebody asks: the job has failed, or a person has stopped it."""
    if document.state is not DocumentState.RECEIVED:
        return False
    latest = find_latest(f"document:{document.id}")
    return latest is not None and latest.state in (JobState.FAILED, JobState.CANCELLED)


@login_required
@require_GET
def show_state(request: HttpRequest, document_id: int) -> HttpResponse:
    """How far a document is; the page asks again until it is read."""
    scope = scope_of(request)
    document = queries.get_document(document_id, scope)
    links = [link for link in _links(document_id, scope) if not link.is_act]
    context = {"document": document, "links": links, "is_fresh": True, "is_stopped": _is_stopped(document)}
    return render(request, "documents/state.html", context)


@login_required
@require_GET
def send_file(request: HttpRequest, document_id: int) -> FileResponse:
    """The original, to be saved and never to be shown by the browser."""
    file = queries.get_file(document_id, scope_of(request))
    if not file.path.exists():
        raise NotForYou
    answer = FileResponse(
        file.path.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type=_TYPES.get(file.media, "application/octet-stream"),
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


@login_required
@require_GET
def show_search(request: HttpRequest) -> HttpResponse:
    """Words in the text and names of documents, with and without marks."""
    scope = scope_of(request)
    question = request.GET.get("q", "").strip()
    context = {
        "place": "documents",
        "search_text": question,
        "units": search_units(question[:_LONGEST_NAME], limit=_MOST_UNITS) if question else [],
        "named": queries.find_documents(question, scope) if question else [],
        "groups": queries.search(question, scope) if question else [],
    }
    return render(request, "documents/search.html", context)
