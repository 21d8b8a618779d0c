"""The records of cooperation in the desk."""

from newsroom.cooperation.admin import agreements, delegations, events, stages

__all__ = ["agreements", "delegations", "events", "stages"]
