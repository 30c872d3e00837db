"""What a clinic's tools are told of a kiosk, beside what visitors see: is it alive, ready, well.

Each address is answered by the door, to the networks that kiosk.toml names, and needs nothing of
Streamlit's. Ready means that a visit may begin here. A replica that lets its visits end answers 404
to that, which is how a balancer hears it (HAProxy's `disable-on-404`): no new visit, and those
under way go on. One without content answers 503, and nobody is sent to it.
"""

import logging

from starlette.responses import PlainTextResponse, Response

from logic import door, metrics
from logic.metrics import Standing
from logic.printing import printouts
from logic.settings import Settings
from pages.parts import draining, following, stream
from pages.parts.screens import SCREENS

LIVE, READY, METRICS = "/health/live", "/health/ready", "/kiosk/metrics"
NAMED_IN = {LIVE: "health_for", READY: "health_for", METRICS: "metrics_for"}
TOLD = set[str]()  # of which of them staff know that somebody was refused
log = logging.getLogger(__name__)


def paths(settings: Settings) -> dict[str, tuple[str, ...]]:
    """The addresses, and the networks to which each is answered."""
    asked_for = settings.health_for
    return {LIVE: asked_for, READY: asked_for, METRICS: settings.metrics_for}


def begin(settings: Settings) -> None:
    """Count from now on, and tell who asks."""
    metrics.begin(lambda: standing(settings))
    metrics.QUEUES["print"] = printouts.on_their_way


def answer(path: str) -> Response | None:
    """What is told at one of the addresses; nothing where it is another."""
    if path == LIVE:
        return PlainTextResponse("Alive.")
    if path == READY:
        return ready()
    if path == METRICS:
        body, kind = metrics.told()
        return Response(body, media_type=kind)
    return None


def refused(path: str, why: door.Refusal) -> None:
    """Tell staff, once in a server's life, that somebody asked whom kiosk.toml does not name.

    Who it was is not told: it may have been anybody.
    """
    if path in NAMED_IN and why == door.NOT_HERE and path not in TOLD:
        TOLD.add(path)
        log.warning(
            "%s was asked for from an address that `%s` in kiosk.toml does not name, or by a name "
            "that `hosts` does not. It answered 404. If it was a tool of yours, add it there.",
            path,
            NAMED_IN[path],
        )


def ready() -> Response:
    """Whether a visit may begin here."""
    if draining.is_begun():
        return PlainTextResponse("Visits under way end here, and none begins.", 404)
    if not following.is_ready():
        return PlainTextResponse("There is no content to show.", 503)
    return PlainTextResponse("Ready.")


def standing(settings: Settings) -> Standing:
    """How this kiosk stands now."""
    shown = following.watch().good
    return Standing(
        version=shown.version if shown else "",
        since=shown.since if shown else 0,
        is_earlier_copy=shown is not None and shown.is_earlier_copy,
        problems=following.watch().to_fix,
        screens=len(stream.OPEN),
        places=settings.places,
        visits=len(SCREENS.under_way),
        is_ready=following.is_ready() and not draining.is_begun(),
        is_draining=draining.is_begun(),
    )
