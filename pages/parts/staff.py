"""The door to the staff's part: the guard asks with a PIN, and is told whether it opens.

The PIN comes in a header, for an address would stand in logs. It never stands in a page.
"""

from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from logic.pin import Pin
from pages.parts import session

STATUS = {"right": 200, "wrong": 403, "locked": 429}


@cache
def pin() -> Pin:
    """The clinic's PIN, with the tries of all screens."""
    return Pin(session.kiosk().settings.staff_pin or "")


async def enter(request: Request) -> Response:
    """Judge a try. What staff should know comes with the answer to a right one."""
    if session.kiosk().settings.staff_pin is None:
        return Response(status_code=404)
    answer = pin().judge(request.headers.get("X-Pin", ""))
    return PlainTextResponse(note() if answer == "right" else "", STATUS[answer])


def note() -> str:
    """What staff should know: whether the newest texts could not be shown."""
    return session.ui().labels.earlier_copy if session.kiosk().is_earlier_copy else ""


ROUTE = Route("/kiosk/staff", enter)
