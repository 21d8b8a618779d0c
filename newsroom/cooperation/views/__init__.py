"""Views of agreements, delegations and events."""
