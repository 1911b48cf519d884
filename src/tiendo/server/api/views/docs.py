# SPDX-License-Identifier: Apache-2.0
"""What the interface can do: for machines (OpenAPI), and as a page of ours that loads nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from tiendo.server.api.views.interface import answer_problem, api, list_operations, not_there, stand_alone

_NOT_FOUND, _FIRST_ERROR = 404, 400

#: Headings of the page, by the tag of the operations.
_PARTS = {
    "units": _("Units"),
    "indicators": _("Indicators"),
    "figures": _("Figures"),
    "targets": _("Targets and verdicts"),
    "documents": _("Documents"),
}


@login_not_required
@require_safe
def _describe(_request: HttpRequest) -> HttpResponse:
    """The description (OpenAPI 3.1): it tells of no locality and of nobody, so everybody may have it."""
    return JsonResponse(api.describe(), json_dumps_params={"ensure_ascii": False})


describe = stand_alone(_describe)


@csrf_exempt
@login_not_required
def _nothing(_request: HttpRequest, rest: str = "") -> HttpResponse:
    """Addresses that are none."""
    return answer_problem(_NOT_FOUND, not_there())


nothing = stand_alone(_nothing)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Every operation with what it takes and gives."""
    described = api.describe()
    shapes = described["components"]["schemas"]
    parts = [
        {
            "name": name,
            "key": tag,
            "operations": [
                _tell(method, path, details, shapes)
                for method, path, details in list_operations(described)
                if tag in details.get("tags", [])
            ],
        }
        for tag, name in _PARTS.items()
    ]
    address = request.build_absolute_uri("/api/v1/figures?size=5")
    example = f'curl -H "Authorization: Bearer $TIENDO_TOKEN" "{address}"'
    context = {"parts": parts, "example": example, "description": described["info"]}
    return render(request, "api/docs.html", context)


def _tell(method: str, path: str, details: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    body = details.get("requestBody", {}).get("content", {})
    fine = [answer for status, answer in details["responses"].items() if int(status) < _FIRST_ERROR]
    given = fine[0].get("content", {}) if fine else {}
    return {
        "method": method.upper(),
        "path": path,
        "key": details["operationId"],
        "summary": details["summary"],
        "description": details.get("description", ""),
        "parameters": [_field(one["name"], one["schema"], one) for one in details.get("parameters", [])],
        "body": _fields(body, shapes),
        "gives": [field | {"is_required": False} for field in _fields(given, shapes)],
    }


def _fields(content: dict[str, Any], shapes: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of what is sent or given; of a list those of its rows."""
    for form in content.values():
        shape = _resolve(form["schema"], shapes)
        rows = shape.get("properties", {}).get("rows")
        if rows is not None:
            shape = _resolve(rows["items"], shapes)
        required = shape.get("required", [])
        return [
            _field(name, field, {"required": name in required}) for name, field in shape.get("properties", {}).items()
        ]
    return []


def _resolve(schema: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = shapes[name] if name else schema
    return found


def _field(name: str, schema: dict[str, Any], of: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "kind": ", ".join(dict.fromkeys(_kinds(schema))),
        "is_required": of.get("required", False),
        "description": of.get("description") or schema.get("description", ""),
        "examples": schema.get("examples", []),
        "default": schema.get("default"),
    }


def _kinds(schema: dict[str, Any]) -> Iterable[str]:
    """What may stand there, in the words of JSON."""
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2]
    elif "enum" in schema:
        yield from map(str, schema["enum"])
    elif "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from _kinds(one)
    elif schema.get("type") == "array":
        yield f"[{', '.join(_kinds(schema['items']))}]"
    else:
        yield schema.get("format") or schema.get("type", "object")
