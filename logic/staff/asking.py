"""How kiosks are asked how they are: each at the address that the clinic wrote, and all at once.

Nobody waits for one that says nothing: what has not come in time has not come. No proxy is asked
and no other address followed, so nothing leaves this machine but to those kiosks.
"""

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread
from time import monotonic
from urllib.parse import urlsplit

from prometheus_client.openmetrics.parser import text_string_to_metric_families

READY, NUMBERS = "/health/ready", "/kiosk/metrics"
PATIENCE = 2.0  # seconds for all kiosks together
MOST = 1 << 20  # bytes of an answer
OK, NOT_FOUND = 200, 404

Numbers = Mapping[str, float]


@dataclass(frozen=True)
class Answered:
    """What one kiosk answered: whether visits may begin there, and its numbers by their names.

    Where there is no `status`, it says `why`. One that keeps its numbers to itself has none.
    """

    status: int | None = None
    why: str = ""
    numbers: Numbers = field(default_factory=dict)
    version: str = ""  # of the content that it shows


def ask_all(addresses: Sequence[str], patience: float = PATIENCE) -> list[Answered]:
    """What each kiosk answers within so many seconds, in the order of the addresses."""
    silent = Answered(why=f"no answer within {patience:g} seconds")
    found = [silent] * len(addresses)

    def one(place: int, address: str) -> None:
        found[place] = ask(address, patience)

    # Daemons: a name that is looked up for long keeps neither this waiting nor the end of it.
    threads = [Thread(target=one, args=of, daemon=True) for of in enumerate(addresses)]
    until = monotonic() + patience
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, until - monotonic()))
    return list(found)


def ask(address: str, patience: float) -> Answered:
    """What a kiosk answers. Whatever goes wrong is an answer as well."""
    try:
        status, _ = got(address, READY, patience)
        told, written = got(address, NUMBERS, patience)
        numbers, version = read(written) if told == OK else ({}, "")
    except OSError as error:
        return Answered(why=error.strerror or str(error) or type(error).__name__)
    except (HTTPException, ValueError):
        return Answered(why="not as a kiosk does")
    return Answered(status, "", numbers, version)


def got(address: str, path: str, patience: float) -> tuple[int, str]:
    """One answer: its status and its text."""
    parts = urlsplit(address)
    if parts.scheme == "https":
        tls = ssl.create_default_context()
        connection: HTTPConnection = HTTPSConnection(parts.netloc, timeout=patience, context=tls)
    else:
        connection = HTTPConnection(parts.netloc, timeout=patience)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read(MOST).decode()
    finally:
        connection.close()


def read(written: str) -> tuple[Numbers, str]:
    """The numbers of a kiosk that have no label, and what its content is called."""
    samples = [
        one
        for family in text_string_to_metric_families(written)  # type: ignore[no-untyped-call]
        for one in family.samples
    ]
    numbers = {one.name: float(one.value) for one in samples if not one.labels}
    versions = (one.labels.get("content", "") for one in samples if one.name == "ask_first_info")
    return numbers, next(versions, "")
