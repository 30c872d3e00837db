"""That the server ends when it is told to. Streamlit 1.67 has no setting for it."""

import signal

import uvicorn

WITHIN = 3  # seconds; the counts may need some more, and after 10 systemd ends it by force


def in_time() -> None:
    """Let the server wait for what is under way this long and no longer, once it is to end.

    uvicorn 0.54 closes the connections that it knows of, then waits until all are gone. A screen
    that came meanwhile is told nothing: the server would wait for as long as it is there.
    """
    # uvicorn reads the app once it is there itself, and takes the signal that ends it.
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    if isinstance(server, uvicorn.Server):
        server.config.timeout_graceful_shutdown = WITHIN
