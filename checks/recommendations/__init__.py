"""Checks of the domain 'recommendations'."""
