"""The kiosk as an operator starts it: `streamlit run streamlit_app.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from logic.content.problems import ContentError
from pages.parts import session, shell

try:
    session.kiosk()
    shell.page()
except ContentError as error:
    # Nothing untrue, unsafe or unreadable is ever shown: the start ends here, its last words the
    # problems.
    raise SystemExit(str(error)) from None

app = st.App(
    "pages/frame.py",
    routes=[Mount("/kiosk", StaticFiles(directory=shell.STATIC))],
    middleware=[Middleware(shell.OnePage)],
    on_script_error=shell.have_a_rest,
)
