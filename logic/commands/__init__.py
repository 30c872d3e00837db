"""The commands for content editors, one module each: `run`, and `arguments` where it takes more.

Every command works on a folder of content, the shipped one unless another is named.
"""
