"""Printing through CUPS on this machine: what the printer says, and pages that never wait there."""
