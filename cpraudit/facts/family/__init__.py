"""The family: who belongs to it, who was approached, what was answered and said."""
