"""Many screens from a few servers: what deploy/ holds for that, and whether it works."""
