"""ModelAdmins of events, delegations, agreements and stages."""

from newsroom.cooperation.admin import agreements, delegations, events, stages

__all__ = ["agreements", "delegations", "events", "stages"]
