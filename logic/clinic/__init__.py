"""A clinic and its people: who is reached how, when and where, and what of it cannot be right."""
