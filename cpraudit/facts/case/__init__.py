"""Which case it is, and what kind: identity, event, law, risks."""
