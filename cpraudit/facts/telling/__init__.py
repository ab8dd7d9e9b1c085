"""How the report tells it: chronology, narrative, summary, words."""
