"""Checks of the domain 'process'."""
