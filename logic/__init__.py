"""What the kiosk knows. Nothing here imports Streamlit.

Read in this order: `content` (files into packs), `rules` (what must hold between files), then
settings, visit, matching, withheld and tables; and last the commands in __main__.
"""
