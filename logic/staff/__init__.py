"""The staff view: what a clinic's staff are told of their kiosks. Nothing in it is of a visitor.

`make staff` shows it and `python -m logic report` writes it; both have it from view.py.
"""
