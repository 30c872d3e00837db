"""How many files the kiosk may have open at once: every connection is one to its machine.

A screen that is loaded takes five: its WebSocket, the guard's questions, and three for the event
loop that Streamlit 1.67 gives each session. A browser that loads a page has six connections.
systemd and many shells start a program with 1,024, and let it ask for more.
"""

import logging
import resource

A_SCREEN = 5 + 6
OWN = 200  # its log, content that is being read, the counts, tools that ask
log = logging.getLogger(__name__)


def enough_for(places: int) -> None:
    """Ask for as many as all places may need. Staff are told where the machine allows fewer."""
    wanted = places * A_SCREEN + OWN
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    if now != resource.RLIM_INFINITY and now < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    if allowed < wanted:
        log.warning(
            "This machine lets the kiosk open %d files at once, and its %d places may need %d. "
            "Allow more (LimitNOFILE of systemd, `ulimit -Hn`), or write fewer `places` into "
            "kiosk.toml. Else a screen may find no way in.",
            allowed, places, wanted,
        )  # fmt: skip
