"""Content files into packs, or every problem in them.

Read the modules in this order: problems, vocabulary, prose, items, studies, strings, content_file,
wording, reading, pack.
"""
