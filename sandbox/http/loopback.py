"""Restricts access to this machine, and within its browsers to the stand-in's own page."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from aiohttp import hdrs, web

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@web.middleware
async def own_machine_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses requests from pages of other sites with 403.

    Listening on loopback keeps other machines out, but not requests by such pages in a browser on this machine: they
    have another Origin, or another Host whose name resolves to loopback (DNS rebinding).
    """
    origin = request.headers.get(hdrs.ORIGIN)
    if origin not in {None, f"http://{request.host}"} or not is_loopback(_name(request.host)):
        raise web.HTTPForbidden(text="this machine's own page only")
    return await handler(request)


def _name(host: str) -> str:
    """The Host header without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]
