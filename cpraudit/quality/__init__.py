"""What a check, a result, a tier, a profile and a score are, and the engine that runs checks."""
