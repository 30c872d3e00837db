"""The kiosk as an editor starts it: `make edit`. A visitor's is `streamlit_app.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from pages.parts import door, editing, session, shell, staff

editing.begin()

settings = session.kiosk().settings
door.open_only("127.0.0.1", settings)

app = st.App(
    "pages/editors_frame.py",
    routes=[staff.route(settings), Mount("/kiosk", StaticFiles(directory=shell.STATIC))],
    middleware=[Middleware(door.Door, settings), Middleware(shell.OnePage, locked=False)],
    on_script_error=shell.have_a_rest,
)
