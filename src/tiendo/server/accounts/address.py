# SPDX-License-Identifier: Apache-2.0
"""Where a request comes from."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def get_address(request: HttpRequest) -> str:
    """The address of a request, behind as many proxies as the settings say (setting AXES_CLIENT_IP_CALLABLE).

    Empty when none can be told: a program signs a person in without a request from the network.
    """
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return ""
