"""The built-in checks: one module a check, in folders named after the domains of the quality model."""
