"""Checks of the domain 'publication'."""
