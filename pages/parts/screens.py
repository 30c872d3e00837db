"""Which screens this server has, and on which of them a visit is under way."""

from streamlit.runtime.scriptrunner import get_script_run_ctx

from logic import metrics
from logic.screens import Screens
from logic.visit import Visit, use

SCREENS = Screens(metrics.VISITS.inc)


def shown(visit: Visit) -> None:
    """Note that a page of a visit is being drawn."""
    if context := get_script_run_ctx(suppress_warning=True):
        SCREENS.shows(context.session_id, is_clear=use(visit) == "clear")
