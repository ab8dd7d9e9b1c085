"""The colours of the charts. Each stands for a colour of the page, which has a light, a dark and a printed one of each."""

INK = "#17202a"
QUIET = "#4a5560"
RULE = "#c5ccd0"
PANEL = "#f3f5f4"
ACCENT = "#0d4f57"
MISSING = "#a1202b"
PARTIAL = "#855000"
GROUND = "#ffffff"

CLASSES = {INK: "ink", QUIET: "quiet", RULE: "rule", PANEL: "panel", ACCENT: "accent", MISSING: "missing", PARTIAL: "partial", GROUND: "ground"}
"""Colour to the end of the name of its class: `f-ink` fills, `s-ink` draws."""
