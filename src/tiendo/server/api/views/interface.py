# SPDX-License-Identifier: Apache-2.0
"""The interface itself: how it says no, how it describes itself, how its views stand among those of the pages."""

from __future__ import annotations

import copy
import http
import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext
from django.utils.translation import gettext as put  # a message that is marked where it stands
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.operation import Operation

from tiendo.render.lang import Lang
from tiendo.server.api.views.asking import Rate, Session, Token
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.writing import page_language

PREFIX = "/api/v1/"
PROBLEM_TYPE = "application/problem+json"
_WRONG, _UNPROCESSABLE, _NOT_FOUND, _NOT_ALLOWED, _TOO_MUCH, _FORBIDDEN = 400, 422, 404, 405, 413, 403
_FIRST_ERROR = 400
_SHOWN = 80
_PLACE = re.compile(r"<(?:\w+:)?(\w+)>")

TITLES = {
    400: _("The request cannot be read"),
    401: _("Who asks is not known"),
    403: _("This may not be done"),
    404: _("This is not there"),
    405: _("This address does not do that"),
    409: _("Something else is in force"),
    412: _("It has changed since"),
    413: _("It is too large"),
    415: _("This form is not read"),
    422: _("Something in it is wrong"),
    429: _("Too many requests"),
}


def say_problem(status: int, detail: str, errors: Iterable[dict[str, str]] = ()) -> dict[str, Any]:
    """A problem as it goes over the wire (RFC 9457)."""
    title = put(TITLES[status]) if status in TITLES else http.HTTPStatus(status).phrase
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "errors": list(errors)}


def answer_problem(status: int, detail: str, errors: Iterable[dict[str, str]] = ()) -> HttpResponse:
    """A problem as an answer."""
    text = json.dumps(say_problem(status, detail, errors), ensure_ascii=False)
    return HttpResponse(text, status=status, content_type=PROBLEM_TYPE)


def say_refusal(refusal: Refusal) -> tuple[int, str, list[dict[str, str]]]:
    """Status, sentence and field of a refusal. Wrong input in a request that could be read is 422 here."""
    status = _UNPROCESSABLE if refusal.status == _WRONG else refusal.status
    sentence = str(refusal.sentence)
    return status, sentence, [{"field": refusal.field, "detail": sentence}] if refusal.field else []


def not_there() -> str:
    """The sentence for whatever the caller may not see, and for what does not exist."""
    return gettext("There is nothing of that number or name for you: check it, or ask for a role.")


class Interface(NinjaAPI):
    """Ninja's, with a description in the language of who asks, and problems under their own media type."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the function: short, and the same for ever."""
        return operation.view_func.__name__

    def describe(self) -> dict[str, Any]:
        """The description (OpenAPI 3.1)."""
        described = json.loads(json.dumps(copy.deepcopy(self.get_openapi_schema(path_prefix=PREFIX)), default=str))
        described["servers"] = [{"url": "/"}]
        for operation in list_operations(described):
            for status, answer in operation[2]["responses"].items():
                if int(status) >= _FIRST_ERROR and "content" in answer:
                    answer["content"] = {PROBLEM_TYPE: answer["content"].popitem()[1]}
                if int(status) in TITLES:
                    answer["description"] = TITLES[int(status)]
        _translate(described)
        return dict(described)


def list_operations(described: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Method, path and details of every operation of a description."""
    return [
        (method, path, details) for path, methods in described["paths"].items() for method, details in methods.items()
    ]


def _translate(part: Any) -> None:
    """Every title and description that is a message, in the language of the request."""
    if isinstance(part, list):
        for one in part:
            _translate(one)
    elif isinstance(part, dict):
        for name, value in list(part.items()):
            if name in ("description", "summary") and isinstance(value, str):
                part[name] = put(value) if value else ""
                if part[name] == value and page_language() is not Lang.EN:
                    del part[name]  # a docstring, which is for programmers
            else:
                _translate(value)


api = Interface(
    title="Tiến Độ",
    version="1",
    description=_("Figures, targets, verdicts, units and documents of a locality, for other systems."),
    auth=[Token(), Session()],
    throttle=[Rate()],
    docs_url=None,
    openapi_url=None,
    urls_namespace="tiendo",
)


@api.exception_handler(Refusal)
def _refused(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return answer_problem(*say_refusal(refusal))


@api.exception_handler(Http404)
def _not_found(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return answer_problem(_NOT_FOUND, not_there())


@api.exception_handler(AuthenticationError)
def _unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    sentence = gettext(
        "Send a token that is in use: Authorization: Bearer tdo_… It is made on the page of your account."
    )
    answer = answer_problem(401, sentence)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(Throttled)
def _too_often(_request: HttpRequest, error: Throttled) -> HttpResponse:
    seconds = max(1, round(error.wait or 1))
    said = gettext("Too many requests: wait %(seconds)s seconds. Many figures at once go in one request.")
    return answer_problem(429, said % {"seconds": seconds})


@api.exception_handler(HttpError)
def _http(_request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == _FORBIDDEN:
        sentence = gettext("A request by a signed-in browser needs its X-CSRFToken: send a token instead.")
    else:
        sentence = gettext("The body is no JSON as described: check brackets, commas and quotes.")
    return answer_problem(error.status_code, sentence)


@api.exception_handler(SuspiciousOperation)
def _too_large(_request: HttpRequest, _error: SuspiciousOperation) -> HttpResponse:
    return answer_problem(_TOO_MUCH, gettext("The request is too large: send it in parts."))


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [{"field": _field_of(item), "detail": _tell(item)} for item in error.errors]
    unique = list({(fault["field"], fault["detail"]): fault for fault in faults}.values())
    return answer_problem(_UNPROCESSABLE, unique[0]["detail"] if unique else put(TITLES[422]), unique)


def _field_of(item: dict[str, Any]) -> str:
    """ "query.as_of", "rows.3.value": without the names of our own models in between."""
    path = [str(part) for part in item["loc"]]
    if path[:1] == ["body"]:
        path = path[2:] or path[1:]
    elif path[:1] == ["query"] and len(path) > 2:  # noqa: PLR2004 - source, model, name
        path = [path[0], *path[2:]]
    return ".".join(path)


def _tell(item: dict[str, Any]) -> str:
    """A fault that pydantic found, in words for the person."""
    context = item.get("ctx", {})
    told = {
        "name": _field_of(item),
        "given": str(item.get("input"))[:_SHOWN],
        "pattern": context.get("pattern", ""),
        "expected": context.get("expected", ""),
    }
    return put(_FAULTS.get(item["type"], _OTHER_FAULT)) % told


_TOO_LONG, _TOO_SHORT = _("“%(name)s” is too long or too large."), _("“%(name)s” is too short or too small.")
_CHOICE = _("“%(name)s” cannot be “%(given)s”: it must be %(expected)s.")
_TWICE = _("“%(name)s” stands there more than once: send it once.")
_OTHER_FAULT = _("“%(name)s” is not of the kind that is needed.")
_FAULTS = {
    "missing": _("“%(name)s” is missing."),
    "extra_forbidden": _("Nobody knows “%(name)s” here: remove it or correct its spelling."),
    "string_pattern_mismatch": _("“%(name)s” has not the form that is needed: it must fit %(pattern)s."),
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    **dict.fromkeys(("too_long", "string_too_long", "less_than_equal"), _TOO_LONG),
    **dict.fromkeys(("too_short", "string_too_short", "greater_than_equal"), _TOO_SHORT),
}


@cache
def _list_questions() -> dict[tuple[str, str], frozenset[str]]:
    """By method and path, the names that a question may have."""
    return {
        (method, path): frozenset(one["name"] for one in details["parameters"] if one["in"] == "query")
        for method, path, details in list_operations(api.get_openapi_schema(path_prefix=PREFIX))
    }


def _refuse_question(request: HttpRequest) -> HttpResponse | None:
    """A misspelt name would narrow nothing, and of a name that stands twice only one would count: both are refused."""
    match = request.resolver_match
    path = "" if match is None else _PLACE.sub(r"{\1}", f"/{match.route}")
    known = _list_questions().get(((request.method or "").lower(), path))
    if known is None:
        return None
    for name, given in request.GET.lists():
        if name not in known or len(given) > 1:
            said = _FAULTS["extra_forbidden"] if name not in known else _TWICE
            fault = {"field": f"query.{name[:_SHOWN]}", "detail": put(said) % {"name": name[:_SHOWN]}}
            return answer_problem(_UNPROCESSABLE, fault["detail"], [fault])
    return None


def to_patterns(patterns: Iterable[Any]) -> list[URLPattern]:
    """The addresses of ninja as they stand among ours: each asks by itself who is there, each answers conditionally."""
    kept = [one for one in patterns if isinstance(one, URLPattern) and one.name != "api-root"]
    for pattern in kept:
        pattern.callback = stand_alone(pattern.callback)
    return kept


def stand_alone(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that no page's middleware leads elsewhere: it answers for itself, in one form."""
    inner = conditional_page(view)

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = _refuse_question(request) or inner(request, *args, **kwargs)
        if response.status_code == _NOT_ALLOWED:
            told = answer_problem(_NOT_ALLOWED, put(TITLES[405]))
            told["Allow"] = response["Allow"]
            response = told
        response["Cache-Control"] = "private, no-cache"
        patch_vary_headers(response, ["Accept-Language", "Authorization", "Cookie"])
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined]  # a session is asked for its mark by ``Session``
    answer.login_required = False  # type: ignore[attr-defined]  # read by Django's middleware
    answer.answers_for_itself = True  # type: ignore[attr-defined]  # read by ``FirstStepsMiddleware``
    return answer
