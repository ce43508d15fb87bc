"""Renderers: each turns a Report into one kind of output, the same bytes for the same Report."""
