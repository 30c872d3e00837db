"""How many visits there were on a day, and what was opened in them: totals of days alone."""
