"""What the report makes of the case: reasons, answers, learning, conclusion."""
