"""How fast the kiosk answers, beside what nothing can be faster than: `make bench`.

Each figure is held to another of the same run, since machines differ and are never quiet. A part
runs alone: `python -m benchmarks taps`. What is held to what, and why, is in bars.toml.
"""
