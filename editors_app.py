"""The kiosk as an editor starts it: `make edit`. A visitor's is `streamlit_app.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from pages.parts import editing, shell

editing.begin()

app = st.App(
    "pages/editors_frame.py",
    routes=[Mount("/kiosk", StaticFiles(directory=shell.STATIC))],
    middleware=[Middleware(shell.OnePage)],
    on_script_error=shell.have_a_rest,
)
