"""Checks of the domain 'context'."""
