"""Settings and profiles."""

from cpraudit.config.profile_files import BUILT_IN, load_profile

__all__ = ["BUILT_IN", "load_profile"]
