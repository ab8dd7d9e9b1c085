"""Settings: profiles, configuration files, and what is in force for a report."""

from cpraudit.config.profile_files import BUILT_IN, load_profile
from cpraudit.config.resolving import Given, settings_for
from cpraudit.config.settings import AUTO, DEFAULT_PROFILE, Settings

__all__ = ["AUTO", "BUILT_IN", "DEFAULT_PROFILE", "Given", "Settings", "load_profile", "settings_for"]
