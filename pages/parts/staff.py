"""The door to the staff's part: the guard asks with a PIN, and is told whether it opens.

The PIN comes in a header, for an address would stand in logs. It never stands in a page.
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from logic.pin import Pin
from logic.settings import Settings
from pages.parts import counting, session

STATUS = {"right": 200, "wrong": 403, "locked": 429}


def route(settings: Settings) -> Route:
    """The way to the staff's part, with the PIN that the clinic had at the start, if it had one."""
    pin = Pin(settings.staff_pin) if settings.staff_pin else None

    async def enter(request: Request) -> Response:
        """Judge a try. What staff should know comes with the answer to a right one.

        A page of elsewhere cannot name the header: it shall not lock the staff out.
        """
        given = request.headers.get("X-Pin")
        if pin is None or not given:
            return Response(status_code=404)
        answer = pin.judge(given)
        return PlainTextResponse(note() if answer == "right" else "", STATUS[answer])

    return Route("/kiosk/staff", enter)


def note() -> str:
    """What staff should know: of texts that could not be shown, and counts that go nowhere."""
    labels, wrong = session.ui().labels, counting.troubles()
    told = {
        labels.earlier_copy: session.kiosk().is_earlier_copy,
        labels.counts_wait: wrong.keys() - {"dropped"},
        labels.counts_dropped: "dropped" in wrong,
    }
    return " ".join(words for words, holds in told.items() if holds)
