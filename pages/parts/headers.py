"""What every answer tells a browser: which scripts may run, and what is switched off."""

import re
from base64 import b64encode
from hashlib import sha256

from pages.parts import shell

ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # Streamlit's own styles stand inline
    "img-src": "'self' data:",
    "font-src": "'self' data:",  # one of Streamlit's stands in its stylesheet
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
# What the kiosk's page never uses, so that nothing in it can.
SWITCHED_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read",
    "clipboard-write", "display-capture", "encrypted-media", "fullscreen", "gamepad",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "serial", "storage-access", "usb", "window-management",
    "xr-spatial-tracking",
)  # fmt: skip


def all_of_them() -> dict[str, str]:
    """What every answer tells a browser. Of scripts in a page only Streamlit's and ours may run."""
    page = shell.STREAMLITS_PAGE.read_text(encoding="utf-8")
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    inline += (shell.SCRIPT, *shell.FURTHER_SCRIPTS)
    hashes = [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in inline]
    allowed = {**ALLOWED, "script-src": " ".join(["'self'", *hashes])}
    return {
        "Content-Security-Policy": "; ".join(f"{what} {whose}" for what, whose in allowed.items()),
        "Permissions-Policy": ", ".join(f"{name}=()" for name in SWITCHED_OFF),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
