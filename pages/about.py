"""Who made the kiosk, how its facts were checked, who pays, and every source."""

from pages.parts import colophon
from pages.parts.show import show

show(colophon.whole)
