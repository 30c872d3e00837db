"""How the pack stands against published lists of what good information is.

Read in this order: `findings` (what a measure sees), the measures (`trust`, `balance_told`,
`numbers_told`, `plainness`), `measures` (all of them by name), `marks` (scores and totals), `rules`
(what the answers are held to), `report`.
"""
