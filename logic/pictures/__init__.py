"""Pictures of numbers, as SVG made from the frozen content when the pack is loaded.

They hold no words and need no colour: shapes tell them apart, and the page says the same numbers.
"""
