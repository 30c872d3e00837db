"""The kiosk as an operator starts it: `streamlit run streamlit_app.py`."""

import gc

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from logic import open_files
from logic.printing import printouts
from pages.parts import (
    counting,
    door,
    draining,
    ending,
    following,
    health,
    not_ready,
    session,
    shell,
    staff,
    watchdog,
)

settings = following.begin()
if following.is_ready():
    shell.page(session.kiosk())  # whether Streamlit's page is as we know it shows here
door.open_only(settings.address, settings)
open_files.enough_for(settings.places)
health.begin(settings)
watchdog.begin()
ending.in_time()
if settings.printing.by == "cups":
    printouts.begin(settings.printing)
counting.begin(settings)
# Nobody has come yet. What stands here by now stays, and is not looked through for what nothing
# refers to any more: a look at all of it would hold a page up for 80 ms.
gc.freeze()

app = st.App(
    "pages/frame.py",
    lifespan=draining.instead_of_the_end(settings.drain_seconds),
    routes=[staff.route(settings), Mount("/kiosk", StaticFiles(directory=shell.STATIC))],
    middleware=[
        Middleware(door.Door, settings),
        Middleware(counting.UntilTheEnd),
        Middleware(not_ready.UntilReady),
        Middleware(shell.OnePage),
    ],
    on_script_error=shell.have_a_rest,
)
