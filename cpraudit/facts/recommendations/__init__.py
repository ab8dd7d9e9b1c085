"""What must change: the register of recommendations, and what follows from them."""
