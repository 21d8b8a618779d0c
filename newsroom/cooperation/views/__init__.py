"""The pages of agreements, delegations and events."""
