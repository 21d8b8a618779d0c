"""The laws of the house: what no reviewer should have to remember.

Each law reads source text and returns its findings, a line each; each is also shown a violation, so that a
law which has stopped seeing fails too.
"""
