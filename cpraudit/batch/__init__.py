"""Many reviews at once: finding them, auditing them side by side, keeping what is done, and the tables and pages of it all."""
