"""How the review was done: its questions, its learning event, what was left out."""
