"""What a visitor takes home: its words, made from the pack and the visit, and the paper itself."""
