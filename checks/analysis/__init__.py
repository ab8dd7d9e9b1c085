"""Checks of the domain 'analysis'."""
