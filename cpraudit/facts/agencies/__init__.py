"""Boards, agencies and services: their names, the panel, what each contributed."""
