"""What a visitor takes along on a phone: a square that holds words, or opens the clinic's page."""
