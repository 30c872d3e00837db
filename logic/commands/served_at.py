"""Print where the clinic's kiosk.toml has the kiosk answer, as `streamlit run` is told."""

from argparse import Namespace

from logic.settings import read_settings, settings_file


def run(_: Namespace) -> int:
    """Print the two flags alone, for the Makefile. A kiosk starts with broken content, too."""
    settings = read_settings(settings_file())
    print(f"--server.port {settings.port} --server.address {settings.address}")
    return 0
