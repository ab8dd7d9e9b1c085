"""Settings of every test: none has a bound on the clock, which on a busy machine fails what is right."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("cpraudit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cpraudit")
