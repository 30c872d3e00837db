"""The staff view as a clinic's staff start it: `make staff`. It answers this machine alone."""

import streamlit as st
from starlette.middleware import Middleware

from pages.parts import staff_door

staff_door.open_here_only()

app = st.App(
    "pages/staff_view.py",
    routes=[staff_door.papers()],
    middleware=[Middleware(staff_door.StaffDoor)],
)
