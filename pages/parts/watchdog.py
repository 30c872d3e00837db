"""Tells systemd that the kiosk is well, for as long as it is: else systemd starts it again.

systemd says in two variables where to tell it and how often (sd_notify(3), sd_watchdog_enabled(3)).
Where nobody asks, nothing here runs. How a clinic's machine asks: deploy/kiosk/ask-first.service.
"""

import logging
import os
import socket
import time
from threading import Thread

from streamlit import config

from logic import metrics
from pages.parts.self_check import check

WHERE, EVERY = "NOTIFY_SOCKET", "WATCHDOG_USEC"
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "127.0.0.1"}  # noqa: S104 (where we ask, not answer)
A_DAY = 86_400.0
UNTIL_READY = 0.5  # seconds between looks, before the kiosk first answers
log = logging.getLogger(__name__)


def begin() -> None:
    """Watch this process from a thread of its own, where systemd asks for it."""
    if WHERE in os.environ:
        Thread(target=watch, name="watchdog", daemon=True).start()


def watch() -> None:
    """Look again and again, and tell each time that the kiosk was found well."""
    told, pause = "READY=1", UNTIL_READY
    while True:
        time.sleep(pause)
        trouble = look_and_tell(told)
        if trouble is None:
            told, pause = "WATCHDOG=1", seconds_between()
        elif told == "WATCHDOG=1":  # before, it is only not there yet
            log.warning("The kiosk found itself not well: %r", trouble)


def look_and_tell(told: str) -> Exception | None:
    """Find the kiosk as a visitor finds it, and tell that it is well; or what is wrong.

    Whatever that is, the next look may go well: a thread that ended would have a well kiosk killed.
    """
    is_well = False
    try:
        check(*where_it_answers())
        is_well = True
        tell(told)
    except Exception as trouble:  # noqa: BLE001 (the network, a half answer or systemd itself)
        return trouble
    finally:
        metrics.self_checked(is_well=is_well)
    return None


def where_it_answers() -> tuple[str, int]:
    """The address and port to ask; on loopback where the kiosk answers on every network."""
    address = str(config.get_option("server.address"))
    return EVERYWHERE.get(address, address), config.get_option("server.port")


def seconds_between() -> float:
    """A third of the time after which systemd takes a kiosk for dead; a day where it never does."""
    asked = os.environ.get(EVERY)
    return int(asked) / 1_000_000 / 3 if asked else A_DAY


def tell(state: str) -> None:
    """Say one thing to systemd. A name that begins with @ is in Linux's abstract namespace."""
    name = os.environ[WHERE]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.sendto(state.encode(), f"\0{name[1:]}" if name.startswith("@") else name)
