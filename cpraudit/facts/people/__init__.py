"""Who led the review, who signed it, and who is named in it."""
