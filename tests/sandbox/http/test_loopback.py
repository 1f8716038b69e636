from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.http.loopback import is_loopback
from sandbox.world.world import DEFAULT_TOKEN

if TYPE_CHECKING:
    from tests.sandbox.client import Client

PATHS = (
    "/",
    "/page/app.js",
    "/chatapi/personas",
    "/chatapi/events",
    "/control/state",
    f"/bot{DEFAULT_TOKEN}/getMe",
    f"/file/bot{DEFAULT_TOKEN}/documents/file_0.bin",
    "/nowhere",
)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "example.com"},
        {"Host": "example.com:8081"},
        {"Host": "127.0.0.1.example.com:80"},
        {"Host": "localhost.example.com"},
        {"Host": "[2001:db8::1]:8081"},
        {"Host": ""},
        {"Origin": "null"},
        {"Origin": "https://example.com"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_pages_of_other_sites_are_refused(client: Client, path: str, headers: dict[str, str]) -> None:
    """A page from elsewhere in a browser on this machine can neither read nor act, whatever it requests."""
    async with client.session.get(f"{client.sandbox.url}{path}", headers=headers) as response:
        assert response.status == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "127.0.0.1:8081", "localhost:8081", "[::1]:8081"])
async def test_this_machine_may_ask_by_any_of_its_names(client: Client, name: str) -> None:
    """With or without the port; a page opened under that name has it as its Origin."""
    for headers in ({"Host": name}, {"Host": name, "Origin": f"http://{name}"}):
        async with client.session.get(f"{client.sandbox.url}/control/state", headers=headers) as response:
            assert response.status == 200


async def test_nothing_happens_for_a_page_of_another_site(client: Client) -> None:
    """A form that such a page submits without asking first changes nothing; our own page's actions count."""
    for path, body in (
        ("/control/act", {"user": 7_000_001, "do": "text", "text": "hi"}),
        ("/chatapi/act", {"persona": 7_000_001, "do": "text", "text": "hi"}),
    ):
        for origin, status in (("http://127.0.0.1:1", 403), (client.sandbox.url, 200)):
            url = f"{client.sandbox.url}{path}"
            async with client.session.post(url, json=body, headers={"Origin": origin}) as response:
                assert response.status == status, await response.text()
            assert len(client.sandbox.world.updates.pending) == (status == 200)
        client.sandbox.world.updates.clear()


@pytest.mark.parametrize("name", ["", "example.com", "127.0.0.1.example.com", "10.0.0.1", "::"])
def test_other_names_are_not_this_machine(name: str) -> None:
    """A similar name, an address of the network, and every interface at once are refused."""
    assert not is_loopback(name)
