"""Print where the clinic's kiosk.toml has the kiosk answer, as `streamlit run` is told.

A mistake in kiosk.toml is told in its place, before Streamlit says that there is anything to view.
"""

from argparse import Namespace
from collections.abc import Iterator

from logic.addresses import in_a_url, is_every_network
from logic.settings import Settings, conditions_in, read_settings, settings_file


def run(given: Namespace) -> int:
    """Print the flags alone, for the Makefile. A kiosk starts with broken content, too."""
    settings = read_settings(settings_file(), conditions_in(given.content))
    print(" ".join(flags(settings)))
    return 0


def flags(settings: Settings) -> Iterator[str]:
    """Where it answers, and what its start calls that.

    Of every network there is no one address to tell: then .streamlit/config.toml has one, so that
    Streamlit does not ask the internet for it.
    """
    yield f"--server.port {settings.port}"
    yield f"--server.address {settings.address}"
    if not is_every_network(settings.address):
        yield f"--browser.serverAddress {in_a_url(settings.address)}"
